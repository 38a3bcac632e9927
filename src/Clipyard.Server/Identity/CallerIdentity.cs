using System.Security.Claims;
using Clipyard.Server.Data;

namespace Clipyard.Server.Identity;

/// <summary>What is known of a caller, as claims.</summary>
internal static class CallerIdentity
{
    public const string OwnerClaim = "owner";
    public const string StorePrefixClaim = "store_prefix";
    public const string ScopeClaim = "scope";
    public const string KeyClaim = "key";

    public static ClaimsIdentity OfKey(ApiKey key, Owner owner, string scheme)
    {
        var identity = new ClaimsIdentity(scheme);
        Add(identity, owner);
        identity.AddClaim(new Claim(KeyClaim, key.Id.ToString()));
        foreach (var scope in Enum.GetValues<KeyScopes>())
        {
            if (scope != KeyScopes.None && key.Scopes.HasFlag(scope))
            {
                identity.AddClaim(new Claim(ScopeClaim, scope.ToString().ToLowerInvariant()));
            }
        }

        return identity;
    }

    /// <summary>For whom an authenticated caller works; null for anybody else.</summary>
    public static Owner? OwnerOf(ClaimsPrincipal caller) =>
        Guid.TryParse(caller.FindFirst(OwnerClaim)?.Value, out var id)
            ? new Owner(id, caller.FindFirst(StorePrefixClaim)?.Value ?? "")
            : null;

    private static void Add(ClaimsIdentity identity, Owner owner)
    {
        identity.AddClaim(new Claim(OwnerClaim, owner.Id.ToString()));
        identity.AddClaim(new Claim(StorePrefixClaim, owner.StorePrefix));
    }
}
