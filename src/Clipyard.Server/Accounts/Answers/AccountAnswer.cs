using Clipyard.Server.Accounts.App;
using Clipyard.Server.Accounts.Avatars;

namespace Clipyard.Server.Accounts.Answers;

/// <summary>A connected account.</summary>
/// <param name="AccountId">Its id here.</param>
/// <param name="OpenId">TikTok's id of the person within this app.</param>
/// <param name="Username">The @name; null while TikTok has not said it.</param>
/// <param name="DisplayName">The nickname; null while TikTok has not said it.</param>
/// <param name="AvatarUrl">A signed address that lapses; null while TikTok has not said it.</param>
/// <param name="AvatarPath">The same picture from this server; null without one.</param>
/// <param name="Scopes">What the person granted.</param>
/// <param name="MissingScopes">What was asked for and not granted, and what that disables.</param>
/// <param name="State">Whether it can be used.</param>
/// <param name="StateReason">Why it cannot, in a sentence; null when it can.</param>
/// <param name="AccessExpiresAt">When the access token lapses; it is replaced in time.</param>
/// <param name="RefreshExpiresAt">Until when that goes on; then the account has to be connected again.</param>
/// <param name="ConnectedAt">When its person last consented.</param>
internal sealed record AccountAnswer(
    Guid AccountId,
    string OpenId,
    string? Username,
    string? DisplayName,
    string? AvatarUrl,
    string? AvatarPath,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<MissingScopeAnswer> MissingScopes,
    AccountState State,
    string? StateReason,
    DateTimeOffset? AccessExpiresAt,
    DateTimeOffset? RefreshExpiresAt,
    DateTimeOffset ConnectedAt
)
{
    public static AccountAnswer Of(TikTokAccount account, TikTokApp app) =>
        new(
            account.Id,
            account.OpenId,
            account.Username,
            account.DisplayName,
            account.AvatarUrl,
            account.AvatarUrl is null ? null : AvatarRoute.PathOf(account.Id),
            [.. account.Granted],
            [
                .. account
                    .Granted.Missing(app.Scopes)
                    .Select(scope => new MissingScopeAnswer(scope, ScopeUses.DisabledWithout(scope))),
            ],
            account.State,
            account.StateReason,
            account.AccessExpiresAt,
            account.RefreshExpiresAt,
            account.ConnectedAt
        );
}
