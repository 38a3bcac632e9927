using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.TikTokApi.OAuth;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Accounts.Tokens;

/// <summary>
/// What fetching tokens reads and writes of an account's row. Every write names the tokens that it was made from
/// (<see cref="TikTokAccount.TokenVersion"/>) and does nothing when they are others by now.
/// </summary>
/// <remarks>In scopes of its own, so that a caller that is cancelled or rolled back loses no token.</remarks>
internal sealed class AccountRows(
    IServiceScopeFactory scopes,
    TokenBox box,
    AccountEvents events,
    NodeName node,
    TimeProvider time
)
{
    /// <summary>Longer than any refresh: a call ends after 30 seconds unless it is set higher.</summary>
    public static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(1);

    // Clocks of two machines agree to a second or two: that far ahead, another's lease is an honest one.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(30);

    /// <summary>The row as it is now; null when it is gone.</summary>
    public async Task<TikTokAccount?> ReadAsync(Owner owner, Guid accountId, CancellationToken cancellationToken)
    {
        await using var scope = Enter(owner);
        return await Accounts(scope)
            .AsNoTracking()
            .SingleOrDefaultAsync(account => account.Id == accountId, cancellationToken);
    }

    /// <summary>Says that this process fetches new tokens; the caller has the account's turn here.</summary>
    /// <returns>Null when another process does.</returns>
    public async Task<RefreshLease?> TryLeaseAsync(
        Owner owner,
        TikTokAccount account,
        CancellationToken cancellationToken
    )
    {
        await using var scope = Enter(owner);
        var holder = $"{node.Holder}-{Guid.NewGuid():N}";
        var now = time.GetUtcNow();
        var (until, impossible, folder) = (now + LeaseLength, now + LeaseLength + ClockDifference, node.Folder);
        // A lease that ends later than any can was taken by a clock that was wrong. One of this folder is left over: its process
        // is gone, or it is this one, where the turn is the caller's.
        var taken = await Accounts(scope)
            .Where(a => a.Id == account.Id && a.TokenVersion == account.TokenVersion)
            .Where(a =>
                a.RefreshHolder == null
                || a.RefreshUntil <= now
                || a.RefreshUntil > impossible
                || a.RefreshHolder.StartsWith(folder)
            )
            .ExecuteUpdateAsync(
                set => set.SetProperty(a => a.RefreshHolder, holder).SetProperty(a => a.RefreshUntil, until),
                cancellationToken
            );
        return taken == 0 ? null : new RefreshLease(holder, IsAnothers(account));
    }

    /// <summary>Whether the row is signed by another process.</summary>
    public bool IsAnothers(TikTokAccount account) =>
        account.RefreshHolder is { } holder && !holder.StartsWith(node.Folder, StringComparison.Ordinal);

    /// <summary>Ends the lease and changes nothing else.</summary>
    public async Task ReleaseAsync(Owner owner, Guid accountId, RefreshLease lease, CancellationToken cancellationToken)
    {
        await using var scope = Enter(owner);
        await Accounts(scope)
            .Where(a => a.Id == accountId && a.RefreshHolder == lease.Holder)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(a => a.RefreshHolder, (string?)null)
                        .SetProperty(a => a.RefreshUntil, (DateTimeOffset?)null),
                cancellationToken
            );
    }

    /// <summary>
    /// Keeps new tokens, both in one statement. An account that was given up meanwhile is whole again: they came late.
    /// </summary>
    /// <returns>Whether they are the account's now; not when it has others, or was disconnected.</returns>
    public async Task<bool> StoreAsync(
        Owner owner,
        TikTokAccount account,
        TokenSet tokens,
        CancellationToken cancellationToken
    )
    {
        await using var scope = Enter(owner);
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var present = Of(db, account.Id, account.TokenVersion).Where(a => a.State != AccountState.Disconnected);
        var wasGivenUp = await present.AnyAsync(a => a.State == AccountState.NeedsReconnect, cancellationToken);
        var sealedTokens = box.Seal(account.Id, tokens.AccessToken, tokens.RefreshToken);
        var scopesText = tokens.Scopes.Count > 0 ? tokens.Scopes.ToString() : account.Scopes;
        var stored = await present.ExecuteUpdateAsync(
            set =>
                set.SetProperty(a => a.Tokens, sealedTokens)
                    .SetProperty(a => a.TokenVersion, a => a.TokenVersion + 1)
                    .SetProperty(a => a.AccessExpiresAt, tokens.AccessTokenExpiresAt)
                    .SetProperty(a => a.RefreshExpiresAt, tokens.RefreshTokenExpiresAt)
                    .SetProperty(a => a.Scopes, scopesText)
                    .SetProperty(a => a.State, AccountState.Connected)
                    .SetProperty(a => a.StateReason, (string?)null)
                    .SetProperty(a => a.RefreshHolder, (string?)null)
                    .SetProperty(a => a.RefreshUntil, (DateTimeOffset?)null),
            cancellationToken
        );
        if (stored > 0 && wasGivenUp)
        {
            events.Connected(db, account, AccountEvents.System);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return stored > 0;
    }

    /// <summary>Says that only the account's person can help.</summary>
    /// <param name="owner">Whose account.</param>
    /// <param name="account">Its row.</param>
    /// <param name="tokenVersion">Which tokens TikTok refused.</param>
    /// <param name="reason">Why, in a sentence.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether it is said; not when the tokens are others by now.</returns>
    public async Task<bool> GiveUpAsync(
        Owner owner,
        TikTokAccount account,
        long tokenVersion,
        string reason,
        CancellationToken cancellationToken
    )
    {
        await using var scope = Enter(owner);
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var changed = await Of(db, account.Id, tokenVersion)
            .Where(a => a.State == AccountState.Connected)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(a => a.State, AccountState.NeedsReconnect)
                        .SetProperty(a => a.StateReason, reason)
                        .SetProperty(a => a.RefreshHolder, (string?)null)
                        .SetProperty(a => a.RefreshUntil, (DateTimeOffset?)null),
                cancellationToken
            );
        if (changed > 0)
        {
            events.ReconnectNeeded(db, account, reason);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return changed > 0;
    }

    private AsyncServiceScope Enter(Owner owner)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(owner);
        return scope;
    }

    private static DbSet<TikTokAccount> Accounts(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<ClipyardDb>().Set<TikTokAccount>();

    private static IQueryable<TikTokAccount> Of(ClipyardDb db, Guid accountId, long tokenVersion) =>
        db.Set<TikTokAccount>().Where(a => a.Id == accountId && a.TokenVersion == tokenVersion);
}
