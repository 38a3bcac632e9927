using Clipyard.Server.Api;
using Clipyard.Server.Identity;
using Microsoft.AspNetCore.Authorization;

namespace Clipyard.Server.Tasks;

/// <summary>Who may look at tasks: whoever may read, and agents, who may write them.</summary>
internal static class TaskPolicies
{
    /// <summary>The policy's name, as a refused caller reads it.</summary>
    public const string Reading = $"{Scopes.Read} or {Scopes.Tasks}";

    public static void Add(AuthorizationOptions options) =>
        options.AddPolicy(Reading, policy => policy.RequireClaim(CallerIdentity.ScopeClaim, Scopes.Read, Scopes.Tasks));
}
