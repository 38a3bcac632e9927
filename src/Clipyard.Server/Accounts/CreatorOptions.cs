using Clipyard.Failures;
using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Accounts;

/// <summary>Asks what an account may post now. Never out of a memory: the sharing guidelines want the latest.</summary>
internal sealed class CreatorOptions(IAccounts accounts, ICallAllowance allowance, TimeProvider time)
{
    /// <summary>Asks, if TikTok's limit leaves a call.</summary>
    /// <exception cref="ClipyardException">
    /// <c>rate_limited</c>, with the wait; <c>not_found</c>, <c>not_connected</c>, <c>reconnect_needed</c>,
    /// <c>scope_missing</c>, and what TikTok refuses with.
    /// </exception>
    public async Task<CreatorInfo> GetAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var account = await accounts.ResolveAsync(accountId, cancellationToken);
        return await accounts.CallAsync(
            accountId,
            TikTokScopes.VideoPublish,
            async (client, token, stop) =>
            {
                await TakeAsync(account.OpenId, stop);
                return await client.Creators.GetAsync(token, stop);
            },
            cancellationToken
        );
    }

    private async Task TakeAsync(string openId, CancellationToken cancellationToken)
    {
        if (await allowance.TakeAsync(openId, TikTokCall.CreatorInfo, 1, cancellationToken) is { } at)
        {
            throw new ClipyardException(
                FailureCatalogue.RateLimited,
                "TikTok answers 20 such questions a minute for one account."
            )
            {
                RetryAfter = at - time.GetUtcNow(),
            };
        }
    }
}
