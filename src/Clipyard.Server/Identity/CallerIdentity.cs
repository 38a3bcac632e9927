using System.Security.Claims;
using Clipyard.Server.Data;

namespace Clipyard.Server.Identity;

/// <summary>What is known of a caller, as claims.</summary>
internal static class CallerIdentity
{
    private const string KeyActor = "key:";

    public const string OwnerClaim = "owner";
    public const string StorePrefixClaim = "store_prefix";
    public const string ScopeClaim = "scope";
    public const string KeyClaim = "key";
    public const string StampClaim = "stamp";
    public const string DefaultAccountClaim = "default_account";
    public const string DefaultCaptionClaim = "default_caption";

    /// <summary>A program with a key.</summary>
    public static ClaimsIdentity OfKey(KnownKey key, KeyScopes scopes)
    {
        var identity = new ClaimsIdentity(ApiKeyAuthentication.SchemeName);
        identity.AddClaim(new Claim(KeyClaim, key.Id.ToString()));
        AddIfAny(identity, DefaultAccountClaim, key.Defaults.AccountId?.ToString());
        AddIfAny(identity, DefaultCaptionClaim, key.Defaults.Caption);
        Add(identity, key.Owner, scopes);
        return identity;
    }

    /// <summary>A person in a browser: everything but <c>admin</c>, which only administrators have.</summary>
    /// <param name="owner">Who.</param>
    /// <param name="role">What they may do.</param>
    /// <param name="stamp">The security stamp that the session was begun with.</param>
    public static ClaimsIdentity OfSession(Owner owner, PersonRole role, string stamp)
    {
        var identity = new ClaimsIdentity(SessionCookie.SchemeName);
        identity.AddClaim(new Claim(StampClaim, stamp));
        Add(identity, owner, Allowed(KeyText.AllScopes, role));
        return identity;
    }

    /// <summary>What is left of scopes for somebody of this role.</summary>
    public static KeyScopes Allowed(KeyScopes scopes, PersonRole role) =>
        role == PersonRole.Administrator ? scopes : scopes & ~KeyScopes.Admin;

    /// <summary>Whether the caller is a browser with a session.</summary>
    public static bool IsSession(ClaimsPrincipal caller) =>
        caller.Identity?.AuthenticationType == SessionCookie.SchemeName;

    /// <summary>For whom an authenticated caller works; null for anybody else.</summary>
    public static Owner? OwnerOf(ClaimsPrincipal caller) =>
        Guid.TryParse(caller.FindFirst(OwnerClaim)?.Value, out var id)
            ? new Owner(id, caller.FindFirst(StorePrefixClaim)?.Value ?? "")
            : null;

    /// <summary>The key that was used; null in a session.</summary>
    public static Guid? KeyOf(ClaimsPrincipal caller) =>
        Guid.TryParse(caller.FindFirst(KeyClaim)?.Value, out var id) ? id : null;

    /// <summary>What the key that was used says where a request says nothing.</summary>
    public static KeyDefaults DefaultsOf(ClaimsPrincipal caller)
    {
        var account = caller.FindFirst(DefaultAccountClaim)?.Value;
        var caption = caller.FindFirst(DefaultCaptionClaim)?.Value;
        return account is null && caption is null
            ? KeyDefaults.None
            : new KeyDefaults(Guid.TryParse(account, out var id) ? id : null, caption);
    }

    /// <summary>Who it is, as the audit log writes it: <c>key:ID</c> or <c>person:ID</c>.</summary>
    public static string ActorOf(ClaimsPrincipal caller) =>
        KeyOf(caller) is { } key ? $"{KeyActor}{key}" : $"person:{OwnerOf(caller)?.Id}";

    /// <summary>Whether somebody, as the audit log writes it, is a key, and which.</summary>
    public static bool IsKey(string actor, out Guid keyId)
    {
        keyId = default;
        return actor.StartsWith(KeyActor, StringComparison.Ordinal)
            && Guid.TryParse(actor.AsSpan(KeyActor.Length), out keyId);
    }

    /// <summary>What the caller may do.</summary>
    public static IReadOnlyList<string> ScopesOf(ClaimsPrincipal caller) =>
        [.. caller.FindAll(ScopeClaim).Select(claim => claim.Value)];

    private static void AddIfAny(ClaimsIdentity identity, string name, string? value)
    {
        if (value is not null)
        {
            identity.AddClaim(new Claim(name, value));
        }
    }

    private static void Add(ClaimsIdentity identity, Owner owner, KeyScopes scopes)
    {
        identity.AddClaim(new Claim(OwnerClaim, owner.Id.ToString()));
        identity.AddClaim(new Claim(StorePrefixClaim, owner.StorePrefix));
        foreach (var scope in ScopeNames.Of(scopes))
        {
            identity.AddClaim(new Claim(ScopeClaim, scope));
        }
    }
}
