using System.Security.Claims;
using Clipyard.Server.Api;
using Microsoft.AspNetCore.Authorization;

namespace Clipyard.Server.Identity;

/// <summary>
/// For what a person decides and no key of everyday work: whoever signed in may, and of keys only an administrator's.
/// </summary>
internal static class PersonPolicy
{
    /// <summary>The policy's name, as a refused caller reads it.</summary>
    public const string Name = $"{Scopes.Admin}, or a person who is signed in";

    public static void Add(AuthorizationOptions options) =>
        options.AddPolicy(Name, policy => policy.RequireAssertion(context => IsMet(context.User)));

    /// <summary>Whether a caller may.</summary>
    public static bool IsMet(ClaimsPrincipal caller) =>
        CallerIdentity.IsSession(caller) || caller.HasClaim(CallerIdentity.ScopeClaim, Scopes.Admin);
}
