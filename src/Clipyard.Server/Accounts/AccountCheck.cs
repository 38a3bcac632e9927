using Clipyard.Failures;
using Clipyard.Server.Accounts.App;
using Clipyard.Server.Accounts.Connecting;
using Clipyard.Server.Accounts.Tokens;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing;
using Clipyard.TikTokApi.OAuth;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Accounts;

/// <summary>
/// Looks after every connected account once a day, and before its token lapses: fetches new tokens in time, and learns a
/// new name. Who has to be connected again hears of it now and not when the next post fails.
/// </summary>
internal sealed partial class AccountCheck(
    IServiceScopeFactory scopes,
    TikTokApp app,
    IPublishingPause pause,
    TimeProvider time,
    ILogger<AccountCheck> logger
) : ISweep
{
    /// <summary>How long before its end a token is replaced: two rounds, so that one may fail.</summary>
    public static readonly TokenNeed InTime = new(TimeSpan.FromHours(2));

    private static readonly TimeSpan Between = TimeSpan.FromHours(23);

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        // A copy that looked after its accounts would take the tokens away from the original: a refresh token is good once.
        if (!app.IsConfigured || await pause.IsPausedAsync(cancellationToken))
        {
            return;
        }

        foreach (var (id, owner) in await DueAsync(cancellationToken))
        {
            try
            {
                await CheckAsync(id, owner, cancellationToken);
            }
            catch (ClipyardException error)
            {
                LogFailed(id, error.Code); // the next round, or the account's state, makes up for it
            }
        }
    }

    private async Task<List<(Guid Id, Owner Owner)>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        var (checkedBefore, lapsesBefore) = (now - Between, now + InTime.Ahead);
        var rows = await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Set<TikTokAccount>()
            .IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(account => account.State == AccountState.Connected)
            // Checked in the future: by a clock that was wrong.
            .Where(account =>
                account.CheckedAt <= checkedBefore || account.AccessExpiresAt <= lapsesBefore || account.CheckedAt > now
            )
            .OrderBy(account => account.AccessExpiresAt)
            .Select(account => new { account.Id, account.OwnerId })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.Id, new Owner(row.OwnerId, StorePrefix: "")))];
    }

    private async Task CheckAsync(Guid accountId, Owner owner, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(owner);
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var account = await db.Set<TikTokAccount>()
            .AsNoTracking()
            .SingleOrDefaultAsync(account => account.Id == accountId, cancellationToken);
        if (account is not { State: AccountState.Connected })
        {
            return; // somebody was quicker
        }

        await scope
            .ServiceProvider.GetRequiredService<AccountTokens>()
            .GetAsync(owner, account, InTime, cancellationToken);
        var profile = account.Granted.Contains(TikTokScopes.UserInfoBasic)
            ? await ProfileAsync(scope.ServiceProvider, account, cancellationToken)
            : AccountProfile.Unknown;
        var now = time.GetUtcNow();
        await db.Set<TikTokAccount>()
            .Where(a => a.Id == accountId)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(a => a.Username, a => profile.Username ?? a.Username)
                        .SetProperty(a => a.DisplayName, a => profile.DisplayName ?? a.DisplayName)
                        .SetProperty(a => a.AvatarUrl, a => profile.AvatarUrl ?? a.AvatarUrl)
                        .SetProperty(a => a.CheckedAt, now),
                cancellationToken
            );
    }

    private static async Task<AccountProfile> ProfileAsync(
        IServiceProvider services,
        TikTokAccount account,
        CancellationToken cancellationToken
    )
    {
        var user = await services
            .GetRequiredService<IAccounts>()
            .CallAsync(
                account.Id,
                TikTokScopes.UserInfoBasic,
                (client, token, stop) => client.Users.GetAsync(token, account.Granted, stop),
                cancellationToken
            );
        return new AccountProfile(user.Username, user.DisplayName, user.AvatarUrl);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The check of account {AccountId} failed: {Code}")]
    private partial void LogFailed(Guid accountId, string code);
}
