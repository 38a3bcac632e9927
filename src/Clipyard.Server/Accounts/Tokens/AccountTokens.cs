using Clipyard.Failures;
using Clipyard.Server.Accounts.App;
using Clipyard.Server.Data;
using Clipyard.TikTokApi;
using Clipyard.TikTokApi.OAuth;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Accounts.Tokens;

/// <summary>
/// Tokens to call TikTok with, fetched anew before they lapse: by one at a time of all processes, and kept before they
/// are used.
/// </summary>
/// <remarks>
/// TikTok ends a refresh token when it gives the next one. So the lease only keeps two processes from asking at once;
/// that nothing is lost rests on two rules. New tokens are kept by a compare-and-set on the tokens that they came from,
/// also over "needs reconnect". And who is refused looks for another's answer before it gives up.
/// </remarks>
internal sealed partial class AccountTokens(
    AccountRows rows,
    AccountTurns turns,
    TokenBox box,
    TikTokApp app,
    TimeProvider time,
    ILogger<AccountTokens> logger
)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    /// <summary>How long another process's answer is awaited after a refusal.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A token that is as it must be.</summary>
    /// <param name="owner">Whose account.</param>
    /// <param name="account">Its row, just read.</param>
    /// <param name="need">What it must be like.</param>
    /// <param name="cancellationToken">Stops waiting; new tokens that are on the way are kept all the same.</param>
    /// <exception cref="ClipyardException"><c>not_connected</c>, <c>reconnect_needed</c>, <c>network_error</c>, <c>app_credentials_invalid</c>.</exception>
    public async Task<HeldToken> GetAsync(
        Owner owner,
        TikTokAccount account,
        TokenNeed need,
        CancellationToken cancellationToken
    )
    {
        Usable(account);
        if (need.IsMetBy(account, time.GetUtcNow()))
        {
            return await OpenAsync(owner, account, cancellationToken);
        }

        using var turn = await turns.EnterAsync(account.Id, cancellationToken);
        while (true)
        {
            var row = Usable(await rows.ReadAsync(owner, account.Id, cancellationToken));
            if (need.IsMetBy(row, time.GetUtcNow()))
            {
                return await OpenAsync(owner, row, cancellationToken);
            }

            if (await rows.TryLeaseAsync(owner, row, cancellationToken) is { } lease)
            {
                // From here to the end, whoever asked: tokens that are on the way must be kept.
                return await RefreshAsync(owner, row, lease, need, CancellationToken.None);
            }

            await Task.Delay(LookAgain, time, cancellationToken);
        }
    }

    /// <summary>Says that TikTok refuses even a new token.</summary>
    public async Task GiveUpAsync(
        Owner owner,
        TikTokAccount account,
        HeldToken refused,
        string reason,
        CancellationToken cancellationToken
    )
    {
        if (await rows.GiveUpAsync(owner, account, refused.Version, reason, cancellationToken))
        {
            LogGivenUp(account.Id, reason);
        }
    }

    private async Task<HeldToken> RefreshAsync(
        Owner owner,
        TikTokAccount account,
        RefreshLease lease,
        TokenNeed need,
        CancellationToken cancellationToken
    )
    {
        if (!box.TryOpen(account.Id, account.Tokens, out var access, out var refresh))
        {
            throw await GiveUpAsync(owner, account, Reasons.Unreadable, cancellationToken);
        }

        TokenSet next;
        try
        {
            next = await app.Client.OAuth.RefreshAsync(refresh, cancellationToken);
        }
        catch (TikTokApiException error) when (error.TikTokCode is "invalid_grant" or "access_denied")
        {
            return await FindReplacementAsync(owner, account, lease, cancellationToken)
                ?? throw await GiveUpAsync(owner, account, Reasons.Refused(error), cancellationToken);
        }
        catch (ClipyardException error)
        {
            LogRefreshFailed(account.Id, error.Code);
            await rows.ReleaseAsync(owner, account.Id, lease, cancellationToken);
            // It was fetched ahead of time: while the present one holds, nobody needs to fail.
            if (need.CanDoWith(account, time.GetUtcNow()))
            {
                return new HeldToken(access, account.TokenVersion);
            }

            throw;
        }

        if (await rows.StoreAsync(owner, account, next, cancellationToken))
        {
            return new HeldToken(next.AccessToken, account.TokenVersion + 1);
        }

        var present = Usable(await rows.ReadAsync(owner, account.Id, cancellationToken));
        return await OpenAsync(owner, present, cancellationToken);
    }

    /// <summary>What another process was given for the same refresh token; null when there is no such answer.</summary>
    private async Task<HeldToken?> FindReplacementAsync(
        Owner owner,
        TikTokAccount account,
        RefreshLease lease,
        CancellationToken cancellationToken
    )
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var row = Usable(await rows.ReadAsync(owner, account.Id, cancellationToken));
            if (row.TokenVersion != account.TokenVersion)
            {
                return await OpenAsync(owner, row, cancellationToken);
            }

            var mayCome = lease.TookOver || rows.IsAnothers(row);
            if (!mayCome || time.GetElapsedTime(began) > Patience)
            {
                return null;
            }

            await Task.Delay(LookAgain, time, cancellationToken);
        }
    }

    private async Task<HeldToken> OpenAsync(Owner owner, TikTokAccount account, CancellationToken cancellationToken) =>
        box.TryOpen(account.Id, account.Tokens, out var access, out _)
            ? new HeldToken(access, account.TokenVersion)
            : throw await GiveUpAsync(owner, account, Reasons.Unreadable, cancellationToken);

    private async Task<ClipyardException> GiveUpAsync(
        Owner owner,
        TikTokAccount account,
        string reason,
        CancellationToken cancellationToken
    )
    {
        if (await rows.GiveUpAsync(owner, account, account.TokenVersion, reason, cancellationToken))
        {
            LogGivenUp(account.Id, reason);
        }

        return Reasons.ReconnectNeeded(account, reason);
    }

    private static TikTokAccount Usable(TikTokAccount? account) => Reasons.ThrowIfUnusable(account);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {AccountId} has to be connected again: {Reason}")]
    private partial void LogGivenUp(Guid accountId, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "New tokens for account {AccountId} did not come: {Code}")]
    private partial void LogRefreshFailed(Guid accountId, string code);
}
