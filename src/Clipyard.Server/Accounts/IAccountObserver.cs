using Clipyard.Server.Data;

namespace Clipyard.Server.Accounts;

/// <summary>Told of what happens to accounts. Features register theirs, scoped.</summary>
internal interface IAccountObserver
{
    /// <summary>
    /// An account is being disconnected, by its owner or by its person at TikTok: runs inside the transaction that says
    /// so, in the owner's scope.
    /// </summary>
    Task LeavingAsync(ClipyardDb db, Guid accountId, CancellationToken cancellationToken);
}
