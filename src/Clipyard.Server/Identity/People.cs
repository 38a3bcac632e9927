using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Identity;

/// <summary>Who may sign in: for administrators, over HTTP and on the data folder.</summary>
internal sealed class People(
    ClipyardDb db,
    UserManager<Person> users,
    KeyDirectory keys,
    IAuditLog audit,
    TimeProvider time
)
{
    private const int LongestName = 64;
    private const int PeopleUnlessAsked = 100;

    /// <summary>Everybody, in the order of their making.</summary>
    public async Task<IReadOnlyList<PersonSummary>> ListAsync(CancellationToken cancellationToken)
    {
        var people = await db.Users.AsNoTracking().OrderBy(person => person.Id).ToListAsync(cancellationToken);
        return [.. people.Select(Summarise)];
    }

    /// <summary>A page of them.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public async Task<PeopleAnswer> PageAsync(string? limit, string? cursor, CancellationToken cancellationToken)
    {
        var rowsWanted = PageLimit.Read(limit, PeopleUnlessAsked);
        var rows = db.Users.AsNoTracking();
        if (Cursor.Read<IdPosition<Guid>>(cursor) is { Id: var last })
        {
            rows = rows.Where(person => person.Id.CompareTo(last) > 0);
        }

        var page = await rows.OrderBy(person => person.Id)
            .PageAsync(rowsWanted, person => new IdPosition<Guid>(person.Id), cancellationToken);
        return new PeopleAnswer(
            [.. page.Rows.Select(Summarise)],
            page.Rows.Count,
            await db.Users.CountAsync(cancellationToken),
            page.NextCursor
        );
    }

    /// <summary>Adds somebody. The first person is an administrator in any case.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, or <c>conflict</c>: the name is taken.</exception>
    public async Task<MadePassword> AddAsync(string? name, PersonRole role, CancellationToken cancellationToken)
    {
        var (person, password) = Prepare(name);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await SaveAsync(person, role, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new MadePassword(Summarise(person), password);
    }

    /// <summary>Somebody who is not in the database yet, and their password.</summary>
    /// <remarks>Apart from <see cref="SaveAsync"/>: hashing takes a tenth of a second on purpose, too long for a transaction.</remarks>
    public (Person Person, string Password) Prepare(string? name)
    {
        var now = time.GetUtcNow();
        var password = KeyText.NewPassword();
        var person = new Person
        {
            Id = Guid.CreateVersion7(now),
            UserName = Checked(name),
            CreatedAt = now,
        };
        person.SetPassword(users.PasswordHasher.HashPassword(person, password));
        return (person, password);
    }

    /// <summary>Adds them, inside the caller's transaction.</summary>
    public async Task SaveAsync(Person person, PersonRole role, CancellationToken cancellationToken)
    {
        var isFirst = !await db.Users.AnyAsync(cancellationToken);
        person.Role = isFirst ? PersonRole.Administrator : role;
        person.StorePrefix = isFirst ? "" : $"owners/{person.Id}/";
        Log(AuditActions.PersonAdded, person, new { name = person.UserName, person.Role });
        Check(await users.CreateAsync(person));
    }

    /// <summary>Makes a new password, lifts a lock-out and ends all sessions.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<MadePassword> ResetPasswordAsync(Guid id, CancellationToken cancellationToken)
    {
        var password = KeyText.NewPassword();
        var hash = users.PasswordHasher.HashPassword(new Person(), password);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var person = await FindAsync(id, cancellationToken);
        person.SetPassword(hash);
        Log(AuditActions.PasswordReset, person);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new MadePassword(Summarise(person), password);
    }

    /// <summary>As the other, by name.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<MadePassword> ResetPasswordAsync(string name, CancellationToken cancellationToken)
    {
        var person = await users.FindByNameAsync(name) ?? throw NotFound($"Nobody is called '{name}'.");
        return await ResetPasswordAsync(person.Id, cancellationToken);
    }

    /// <summary>Changes what somebody may do. It counts from their next request on.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>, or <c>conflict</c>: nobody would be left to administrate.</exception>
    public async Task<PersonSummary> ChangeRoleAsync(Guid id, PersonRole role, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var person = await FindAsync(id, cancellationToken);
        if (person.Role == role)
        {
            return Summarise(person);
        }

        if (role != PersonRole.Administrator)
        {
            await EnsureAnotherAdministratorAsync(person, cancellationToken);
        }

        person.Role = role;
        Log(AuditActions.RoleChanged, person, new { role });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        keys.Forget();
        return Summarise(person);
    }

    private async Task EnsureAnotherAdministratorAsync(Person person, CancellationToken cancellationToken)
    {
        var another = await db.Users.AnyAsync(
            other => other.Id != person.Id && other.Role == PersonRole.Administrator,
            cancellationToken
        );
        if (!another)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"{person.UserName} is the last administrator of this server."
            )
            {
                Remedies = ["Make somebody else an administrator first."],
            };
        }
    }

    private async Task<Person> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Users.SingleOrDefaultAsync(person => person.Id == id, cancellationToken)
        ?? throw NotFound($"There is no person {id}.");

    // The data folder's commands have no scope: what they do stands in the log of the one it was done to.
    private void Log(string action, Person person, object? detail = null)
    {
        if (db.Scope.IsSet)
        {
            audit.Add(db, action, $"{person.Id}", detail);
        }
        else
        {
            audit.Add(db, person.Id, "system", action, $"{person.Id}", detail);
        }
    }

    private PersonSummary Summarise(Person person) =>
        new(
            person.Id,
            person.UserName ?? "",
            person.Role,
            person.CreatedAt,
            person.IsLocked(time.GetUtcNow()) ? person.LockoutEnd : null
        );

    private static string Checked(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
        {
            throw new ClipyardException(FailureCatalogue.InvalidParameter, $"name: 1 to {LongestName} characters.")
            {
                Parameter = "name",
            };
        }

        return name;
    }

    private static void Check(IdentityResult result)
    {
        if (result.Errors.FirstOrDefault() is not { } error)
        {
            return;
        }

        throw new ClipyardException(
            error.Code == nameof(IdentityErrorDescriber.DuplicateUserName)
                ? FailureCatalogue.Conflict
                : FailureCatalogue.InvalidParameter,
            $"name: {error.Description}"
        )
        {
            Parameter = "name",
        };
    }

    private static ClipyardException NotFound(string detail) => new(FailureCatalogue.NotFound, detail);
}
