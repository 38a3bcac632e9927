using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Identity;

/// <summary>
/// Says whether a name and a password belong together. A wrong name, a wrong password and a locked account get the same
/// answer after the same work, so that nobody learns which names there are.
/// </summary>
internal sealed class PasswordCheck(
    ClipyardDb db,
    ILookupNormalizer names,
    IPasswordHasher<Person> hasher,
    NobodysPassword nobody,
    IAuditLog audit,
    IOptions<SignInOptions> limits,
    TimeProvider time
)
{
    private const int LongestName = 256;
    private const int LongestPassword = 256;

    /// <returns>The person; null when they do not belong together, or the account is locked.</returns>
    public async Task<Person?> SignInAsync(string name, string password, CancellationToken cancellationToken)
    {
        var normalized = names.NormalizeName(name.Length <= LongestName ? name : "");
        var known = await db
            .Users.AsNoTracking()
            .SingleOrDefaultAsync(person => person.NormalizedUserName == normalized, cancellationToken);
        return await CheckAsync(known, password, AuditActions.SignedIn, cancellationToken);
    }

    /// <summary>The same for somebody who is signed in already: wrong passwords count here, too.</summary>
    public async Task<Person?> ConfirmAsync(Guid id, string password, CancellationToken cancellationToken)
    {
        var known = await db.Users.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        return await CheckAsync(known, password, AuditActions.PasswordConfirmed, cancellationToken);
    }

    private async Task<Person?> CheckAsync(
        Person? known,
        string password,
        string success,
        CancellationToken cancellationToken
    )
    {
        // Outside the transaction: it takes a tenth of a second on purpose.
        var fits = Fits(known, password);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Read again under the gate: of a hundred guesses at once only the first few may count as guesses.
        var person = known is null
            ? null
            : await db.Users.SingleOrDefaultAsync(p => p.Id == known.Id, cancellationToken);
        var action = Decide(person, fits && person?.PasswordHash == known?.PasswordHash) ?? success;
        var owner = person?.Id ?? Guid.Empty;
        // Never the name as it was typed: people type their password there.
        audit.Add(db, owner, $"person:{owner}", action, person is null ? "unknown" : $"{owner}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return action == success ? person : null;
    }

    private bool Fits(Person? known, string password)
    {
        var hash = nobody.Hash; // asked for in any case, so that its making shows nothing
        return password.Length <= LongestPassword
            && hasher.VerifyHashedPassword(known ?? NobodysPassword.Person, known?.PasswordHash ?? hash, password)
                != PasswordVerificationResult.Failed
            && known is not null;
    }

    // Why not; null when they may come in.
    private string? Decide(Person? person, bool fits)
    {
        var now = time.GetUtcNow();
        if (person?.IsLocked(now) == true)
        {
            return AuditActions.SignInLocked;
        }

        if (!fits)
        {
            person?.RecordFailure(now, limits.Value);
            return AuditActions.SignInFailed;
        }

        person?.RecordSuccess();
        return null;
    }
}
