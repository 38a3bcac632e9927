using Clipyard.Server.Accounts.Answers;
using Clipyard.Server.Accounts.App;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Accounts;

/// <summary>Says what is connected.</summary>
internal sealed class AccountListing(ClipyardDb db, TikTokApp app)
{
    /// <exception cref="Failures.ClipyardException"><c>app_not_configured</c>.</exception>
    public async Task<StatusAnswer> DescribeAsync(CancellationToken cancellationToken)
    {
        app.ThrowIfNotConfigured();
        var accounts = await db.Set<TikTokAccount>()
            .AsNoTracking()
            .Where(account => account.State != AccountState.Disconnected)
            .OrderBy(account => account.Id)
            .ToListAsync(cancellationToken);
        return new StatusAnswer(
            accounts.Exists(account => account.State == AccountState.Connected),
            AppSettings.NameOf(app.Mode),
            [.. accounts.Select(account => AccountAnswer.Of(account, app))]
        );
    }
}
