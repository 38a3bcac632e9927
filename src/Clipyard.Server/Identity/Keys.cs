using System.Security.Claims;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Identity;

/// <summary>The owner's API keys.</summary>
internal sealed class Keys(
    ClipyardDb db,
    KeyDirectory directory,
    KeyUses uses,
    IKeyDefaultsCheck defaults,
    IAuditLog audit,
    TimeProvider time
)
{
    private const int LongestName = 100;
    private const int KeysUnlessAsked = 100;

    /// <summary>A page of them, newest first.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public async Task<KeysAnswer> ListAsync(string? limit, string? cursor, CancellationToken cancellationToken)
    {
        var rowsWanted = PageLimit.Read(limit, KeysUnlessAsked);
        var rows = db.ApiKeys.AsNoTracking();
        if (Cursor.Read<IdPosition<Guid>>(cursor) is { Id: var last })
        {
            rows = rows.Where(key => key.Id.CompareTo(last) < 0);
        }

        var page = await rows.OrderByDescending(key => key.Id)
            .PageAsync(rowsWanted, key => new IdPosition<Guid>(key.Id), cancellationToken);
        return new KeysAnswer(
            [.. page.Rows.Select(key => KeyAnswer.Of(key, uses))],
            page.Rows.Count,
            await db.ApiKeys.CountAsync(cancellationToken),
            page.NextCursor
        );
    }

    /// <summary>One of them; null when there is none such.</summary>
    public async Task<KeyAnswer?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Id == id, cancellationToken) is { } key
            ? KeyAnswer.Of(key, uses)
            : null;

    /// <summary>Makes one. Nobody can make a key that may do more, or lives longer, than what it is made with.</summary>
    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>, <c>forbidden</c>, or what is wrong with its defaults.
    /// </exception>
    public async Task<MadeKeyAnswer> MakeAsync(
        ClaimsPrincipal caller,
        MakeKeyRequest request,
        CancellationToken cancellationToken
    )
    {
        var now = time.GetUtcNow();
        var text = KeyText.NewKey();
        var key = new ApiKey
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = db.Scope.Owner.Id,
            Name = CheckedName(request.Name),
            Prefix = KeyText.PrefixOf(text),
            Hash = KeyText.Hash(text),
            Scopes = ScopeNames.Parse(request.Scopes),
            AllowInQuery = request.AllowInQuery,
            DefaultAccountId = request.DefaultAccountId,
            DefaultCaption = Said(request.DefaultCaption),
            CreatedAt = now,
            ExpiresAt = request.ExpiresAt,
        };
        if (key.ExpiresAt <= now)
        {
            throw Invalid("expires_at", "a time to come, or none.");
        }

        EnsureWithin(caller, key.Scopes, "make");
        await EnsureNoLongerThanMakerAsync(caller, key, cancellationToken);
        await EnsureDefaultsAsync(key, cancellationToken);

        db.ApiKeys.Add(key);
        audit.Add(db, AuditActions.KeyMade, $"{key.Id}", new { key.Name, scopes = ScopeNames.Of(key.Scopes) });
        await db.SaveChangesAsync(cancellationToken);
        return new MadeKeyAnswer(KeyAnswer.Of(key, uses), text);
    }

    /// <summary>Changes what it says where a request says nothing; from the next request on.</summary>
    /// <exception cref="ClipyardException">
    /// <c>not_found</c>, <c>forbidden</c>, or what is wrong with its defaults.
    /// </exception>
    public async Task<KeyAnswer> ChangeAsync(
        ClaimsPrincipal caller,
        Guid id,
        ChangeKeyRequest request,
        CancellationToken cancellationToken
    )
    {
        var key = await GetAsync(id, cancellationToken);
        EnsureWithin(caller, key.Scopes, "change");
        key.DefaultAccountId = request.ChangesAccount ? request.DefaultAccountId : key.DefaultAccountId;
        key.DefaultCaption = request.ChangesCaption ? Said(request.DefaultCaption) : key.DefaultCaption;
        await EnsureDefaultsAsync(key, cancellationToken);
        audit.Add(db, AuditActions.KeyChanged, $"{key.Id}", new { key.Name, key.DefaultAccountId });
        await db.SaveChangesAsync(cancellationToken);
        directory.Forget();
        return KeyAnswer.Of(key, uses);
    }

    /// <summary>Takes one back, at once. Again is no error.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c> or <c>forbidden</c>.</exception>
    public async Task RevokeAsync(ClaimsPrincipal caller, Guid id, CancellationToken cancellationToken)
    {
        var key = await GetAsync(id, cancellationToken);
        if (key.RevokedAt is not null)
        {
            return;
        }

        EnsureWithin(caller, key.Scopes, "revoke");
        key.RevokedAt = time.GetUtcNow();
        audit.Add(db, AuditActions.KeyRevoked, $"{key.Id}", new { key.Name });
        await db.SaveChangesAsync(cancellationToken);
        directory.Forget();
    }

    private async Task<ApiKey> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await db.ApiKeys.SingleOrDefaultAsync(key => key.Id == id, cancellationToken)
        ?? throw new ClipyardException(FailureCatalogue.NotFound, $"There is no key {id}.");

    private Task EnsureDefaultsAsync(ApiKey key, CancellationToken cancellationToken) =>
        defaults.EnsureUsableAsync(new KeyDefaults(key.DefaultAccountId, key.DefaultCaption), cancellationToken);

    private static void EnsureWithin(ClaimsPrincipal caller, KeyScopes scopes, string verb)
    {
        var missing = ScopeNames.Of(scopes).Except(CallerIdentity.ScopesOf(caller), StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            throw new ClipyardException(
                FailureCatalogue.Forbidden,
                $"You cannot {verb} a key that may do more than you: you lack {string.Join(", ", missing)}."
            )
            {
                Remedies = ["Use a key that has these scopes, or sign in."],
            };
        }
    }

    private async Task EnsureNoLongerThanMakerAsync(
        ClaimsPrincipal caller,
        ApiKey made,
        CancellationToken cancellationToken
    )
    {
        if (CallerIdentity.KeyOf(caller) is not { } id)
        {
            return;
        }

        var maker = await db.ApiKeys.AsNoTracking().SingleAsync(key => key.Id == id, cancellationToken);
        if (maker.ExpiresAt is { } end && (made.ExpiresAt is null || made.ExpiresAt > end))
        {
            throw Invalid("expires_at", $"{end:O} at the latest, when the key that makes this one ends.");
        }
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string CheckedName(string? name)
    {
        var trimmed = name?.Trim() ?? "";
        return trimmed.Length is > 0 and <= LongestName
            ? trimmed
            : throw Invalid("name", $"1 to {LongestName} characters.");
    }

    private static ClipyardException Invalid(string name, string rule) =>
        new(FailureCatalogue.InvalidParameter, $"{name}: {rule}") { Parameter = name };
}
