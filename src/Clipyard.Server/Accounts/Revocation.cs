using Clipyard.Failures;
using Clipyard.Server.Accounts.App;
using Clipyard.Server.Data;
using Clipyard.TikTokApi.OAuth;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Accounts;

/// <summary>Gives access back to TikTok.</summary>
internal sealed partial class Revocation(ClipyardDb db, TikTokApp app, ILogger<Revocation> logger)
{
    /// <summary>
    /// Gives it back, unless another connection here is of the same TikTok account: TikTok would end both.
    /// </summary>
    /// <returns>Whether TikTok knows; when not, only the person can end it, in TikTok's own settings.</returns>
    public async Task<bool> TryRevokeAsync(string openId, AccessToken token, CancellationToken cancellationToken)
    {
        var isShared = await db.Set<TikTokAccount>()
            .IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AnyAsync(
                account => account.OpenId == openId && account.State == AccountState.Connected,
                cancellationToken
            );
        if (isShared)
        {
            return false;
        }

        try
        {
            await app.Client.OAuth.RevokeAsync(token, cancellationToken);
            return true;
        }
        catch (ClipyardException error)
        {
            LogNotRevoked(error.Code);
            return error.Failure == FailureCatalogue.ReconnectNeeded; // it had ended already
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "TikTok did not take access back: {Code}")]
    private partial void LogNotRevoked(string code);
}
