using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Official.OAuth;

/// <summary>What a creator answers to a consent request, and where the browser goes with it.</summary>
internal sealed class Consents(OfficialState state)
{
    /// <summary>The accounts that can sign in: those that are not banned. The best known comes first.</summary>
    public IEnumerable<SandboxCreator> Accounts =>
        state
            .World.Creators.Where(creator => creator.StatusCode is not (10221 or 10223))
            .OrderByDescending(creator => creator.Followers)
            .ThenBy(creator => creator.Username, StringComparer.Ordinal);

    /// <summary>The callback of a creator who allows these scopes; those not asked for are left out.</summary>
    public string Approve(AuthorizeRequest request, SandboxCreator creator, IEnumerable<string> scopes)
    {
        var granted = request.Scopes.Intersect(scopes, StringComparer.Ordinal).ToList();
        if (granted.Count == 0)
        {
            return Decline(request);
        }

        if (
            request.App.TargetUsers is { } targets
            && !targets.Contains(creator.Username, StringComparer.OrdinalIgnoreCase)
        )
        {
            return request.Callback(
                ("error", "access_denied"),
                ("error_type", "non_sandbox_target"),
                ("error_description", "The account is not a target user of this sandbox."),
                ("state", request.State)
            );
        }

        lock (state.Gate)
        {
            var now = state.Clock.Now;
            var grant = state.Tokens.AddGrant(request.App.ClientKey, creator.Username, granted, now);
            var code = state.Tokens.AddCode(
                new AuthorizationCode(grant, request.RedirectUri, request.Challenge, now + state.Settings.CodeLife)
            );
            return request.Callback(("code", code), ("scopes", string.Join(',', granted)), ("state", request.State));
        }
    }

    /// <summary>The callback of a creator who allows nothing.</summary>
    public static string Decline(AuthorizeRequest request) =>
        request.Callback(
            ("error", "access_denied"),
            ("error_description", "The user cancelled the authorization."),
            ("state", request.State)
        );

    /// <summary>Whether this account has allowed the app all of it before, so that TikTok does not ask again.</summary>
    public bool IsRemembered(AuthorizeRequest request, string username)
    {
        lock (state.Gate)
        {
            return state.Tokens.Grants.Any(grant =>
                grant.ClientKey == request.App.ClientKey
                && string.Equals(grant.Username, username, StringComparison.OrdinalIgnoreCase)
                && request.Scopes.All(grant.Allows)
            );
        }
    }
}
