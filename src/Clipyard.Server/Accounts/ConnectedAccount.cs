using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Accounts;

/// <summary>What other features see of an account. No token.</summary>
/// <param name="Id">Our id.</param>
/// <param name="OwnerId">Whose it is.</param>
/// <param name="OpenId">TikTok's id of the person within this app: what TikTok's limits are counted by.</param>
/// <param name="Username">The @name; null while TikTok has not said it.</param>
/// <param name="DisplayName">The nickname; null while TikTok has not said it.</param>
/// <param name="Scopes">What the person granted.</param>
/// <param name="State">Whether it can be used.</param>
/// <param name="StateReason">Why it cannot, in a sentence; null when it can.</param>
internal sealed record ConnectedAccount(
    Guid Id,
    Guid OwnerId,
    string OpenId,
    string? Username,
    string? DisplayName,
    ScopeSet Scopes,
    AccountState State,
    string? StateReason
);
