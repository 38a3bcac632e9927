using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Accounts;

/// <summary>Ends a connection here: the tokens are forgotten and whoever relies on the account is told, all at once.</summary>
internal sealed class AccountFarewell(ClipyardDb db, AccountEvents events, IEnumerable<IAccountObserver> observers)
{
    /// <summary>Ends it, in the scope's owner's name.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="actor">Who ends it, for the audit log.</param>
    /// <param name="reason">Why, in a sentence.</param>
    /// <param name="at">When it happened: a connection that was made since then stays. Null: it ends in any case.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether it ended by this; not when it had ended before.</returns>
    public async Task<bool> LeaveAsync(
        Guid accountId,
        string actor,
        string reason,
        DateTimeOffset? at,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var left = await db.Set<TikTokAccount>()
            .Where(account => account.Id == accountId && account.State != AccountState.Disconnected)
            .Where(account => at == null || account.ConnectedAt <= at)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(a => a.State, AccountState.Disconnected)
                        .SetProperty(a => a.StateReason, reason)
                        .SetProperty(a => a.Tokens, (string?)null)
                        .SetProperty(a => a.TokenVersion, a => a.TokenVersion + 1)
                        .SetProperty(a => a.AccessExpiresAt, (DateTimeOffset?)null)
                        .SetProperty(a => a.RefreshExpiresAt, (DateTimeOffset?)null)
                        .SetProperty(a => a.RefreshHolder, (string?)null)
                        .SetProperty(a => a.RefreshUntil, (DateTimeOffset?)null),
                cancellationToken
            );
        if (left == 0)
        {
            return false;
        }

        foreach (var observer in observers)
        {
            await observer.LeavingAsync(db, accountId, cancellationToken);
        }

        var account = await db.Set<TikTokAccount>()
            .AsNoTracking()
            .SingleAsync(account => account.Id == accountId, cancellationToken);
        events.Disconnected(db, account, actor, reason);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
