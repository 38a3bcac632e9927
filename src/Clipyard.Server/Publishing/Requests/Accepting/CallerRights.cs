using System.Security.Claims;
using Clipyard.Server.Api;
using Clipyard.Server.Identity;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>What the caller may do about posts.</summary>
/// <param name="MayPublish">Whether its direct posts go out without a person.</param>
/// <param name="MayApprove">Whether it speaks for a person who has looked.</param>
/// <param name="Actor">Who it is: <c>person:ID</c> or <c>key:ID</c>.</param>
internal sealed record CallerRights(bool MayPublish, bool MayApprove, string Actor)
{
    /// <summary>What its key says where a request says nothing.</summary>
    public KeyDefaults Defaults { get; init; } = KeyDefaults.None;

    public static CallerRights Of(ClaimsPrincipal caller)
    {
        var scopes = CallerIdentity.ScopesOf(caller);
        return new CallerRights(
            scopes.Contains(Scopes.Publish, StringComparer.Ordinal),
            scopes.Contains(Scopes.Approve, StringComparer.Ordinal),
            CallerIdentity.ActorOf(caller)
        )
        {
            Defaults = CallerIdentity.DefaultsOf(caller),
        };
    }
}
