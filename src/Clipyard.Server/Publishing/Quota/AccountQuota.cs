using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Accounts.Calls;
using Clipyard.Server.Publishing.Sending;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Publishing.Quota;

/// <summary>Says what is left of an account's limits. Counts; takes nothing.</summary>
internal sealed class AccountQuota(
    IAccounts accounts,
    ICallAllowance allowance,
    DailyLimits daily,
    WaitingPosts waiting,
    IOptions<PublishingOptions> options
)
{
    /// <exception cref="ClipyardException"><c>not_found</c>: the owner has no such account.</exception>
    public async Task<QuotaAnswer> DescribeAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var account =
            await accounts.FindAsync(accountId, cancellationToken)
            ?? throw new ClipyardException(FailureCatalogue.NotFound);
        var drafts = await daily.CountPendingDraftsAsync(account.OpenId, cancellationToken);
        var posts = await daily.CountDirectPostsAsync(account.OpenId, cancellationToken);
        return new QuotaAnswer(
            account.Id,
            account.Username,
            new MinuteQuota(
                await LeftAsync(account, TikTokCall.Init, cancellationToken),
                await LeftAsync(account, TikTokCall.CreatorInfo, cancellationToken),
                await LeftAsync(account, TikTokCall.Status, cancellationToken)
            ),
            DayQuota.Of(drafts, options.Value.MaxPendingDrafts),
            DayQuota.Of(posts, options.Value.MaxDirectPostsPerDay),
            await waiting.ListAsync(account.Id, cancellationToken)
        );
    }

    private async Task<CallsLeft> LeftAsync(
        ConnectedAccount account,
        TikTokCall call,
        CancellationToken cancellationToken
    ) => new(await allowance.LeftAsync(account.OpenId, call, cancellationToken), CallLimits.Of(call));
}
