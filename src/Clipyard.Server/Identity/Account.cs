using System.Security.Claims;
using Clipyard.Failures;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Identity;

/// <summary>What people do with their own account.</summary>
internal sealed class Account(
    ClipyardDb db,
    UserManager<Person> users,
    PasswordCheck passwords,
    Keys keys,
    IAuditLog audit
)
{
    private const int LongestPassword = 256;

    /// <summary>Who calls.</summary>
    public async Task<MeAnswer> DescribeAsync(ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var person = await db
            .Users.AsNoTracking()
            .SingleAsync(person => person.Id == db.Scope.Owner.Id, cancellationToken);
        var key = CallerIdentity.KeyOf(caller) is { } id ? await keys.FindAsync(id, cancellationToken) : null;
        return Describe(person, key, CallerIdentity.ScopesOf(caller));
    }

    /// <summary>The same for somebody who has just signed in.</summary>
    public static MeAnswer Describe(Person person) =>
        Describe(person, key: null, ScopeNames.Of(CallerIdentity.Allowed(KeyText.AllScopes, person.Role)));

    /// <summary>Changes the caller's password. All their sessions end.</summary>
    /// <returns>The person, to begin a new session for.</returns>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming which.</exception>
    public async Task<Person> ChangePasswordAsync(ChangePasswordRequest request, CancellationToken cancellationToken)
    {
        var next = request.New ?? "";
        await CheckAsync(next, cancellationToken);
        var person =
            await passwords.ConfirmAsync(db.Scope.Owner.Id, request.Current ?? "", cancellationToken)
            ?? throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                "current: this is not your password, or too many wrong ones were tried."
            )
            {
                Remedies =
                [
                    "Try again; after several wrong passwords wait ten minutes.",
                    "An administrator can reset it: clipyard people reset-password NAME.",
                ],
            };
        person.SetPassword(users.PasswordHasher.HashPassword(person, next));
        audit.Add(db, AuditActions.PasswordChanged, $"{person.Id}");
        await db.SaveChangesAsync(cancellationToken);
        return person;
    }

    /// <summary>Ends every session of a person.</summary>
    public async Task EndSessionsAsync(Guid id, CancellationToken cancellationToken)
    {
        var person = await db.Users.SingleAsync(person => person.Id == id, cancellationToken);
        person.EndSessions();
        audit.Add(db, id, $"person:{id}", AuditActions.SignedOutEverywhere, $"{id}");
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task CheckAsync(string password, CancellationToken cancellationToken)
    {
        if (password.Length > LongestPassword)
        {
            throw Invalid($"At most {LongestPassword} characters.");
        }

        foreach (var validator in users.PasswordValidators)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = await validator.ValidateAsync(users, new Person(), password);
            if (result.Errors.FirstOrDefault() is { } error)
            {
                throw Invalid(error.Description);
            }
        }
    }

    private static MeAnswer Describe(Person person, KeyAnswer? key, IReadOnlyList<string> scopes) =>
        new(person.Id, person.UserName ?? "", person.Role, key, scopes);

    private static ClipyardException Invalid(string detail) => new(FailureCatalogue.InvalidParameter, $"new: {detail}");
}
