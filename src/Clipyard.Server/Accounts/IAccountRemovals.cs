using Clipyard.TikTokApi.Webhooks;

namespace Clipyard.Server.Accounts;

/// <summary>What TikTok says of connections that have ended: the webhook <c>authorization.removed</c>.</summary>
internal interface IAccountRemovals
{
    /// <summary>
    /// Disconnects the account for every owner who has it, each in a scope and a transaction of its own, in which the
    /// observers are told. Without an owner's scope; doing it twice changes nothing.
    /// </summary>
    /// <param name="openId">The TikTok account.</param>
    /// <param name="reason">What TikTok says.</param>
    /// <param name="at">
    /// When TikTok says it happened; a connection that was made since then stays. Null: all of them end.
    /// </param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many connections ended.</returns>
    Task<int> RemoveAsync(string openId, RemovalReason reason, DateTimeOffset? at, CancellationToken cancellationToken);
}
