using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing.Checks;
using Clipyard.TikTokApi;
using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>Asks, at the moment of posting, whether TikTok would take the post as it is.</summary>
internal sealed class SendChecks(IAccounts accounts, ICallAllowance allowance, DailyLimits daily, TimeProvider time)
{
    /// <exception cref="ClipyardException">The account cannot be used, or TikTok cannot be asked.</exception>
    public async Task<SendVerdict> CheckAsync(
        Post post,
        ConnectedAccount account,
        IReadOnlyList<PostFile> files,
        CancellationToken cancellationToken
    )
    {
        var verdict = await daily.CheckAsync(post.Mode, account.OpenId, cancellationToken);
        if (verdict == SendVerdict.Go && post.Mode == PostMode.Direct)
        {
            verdict = await AskCreatorAsync(post, account, files, cancellationToken);
        }

        return verdict == SendVerdict.Go
            ? await TakeAsync(account, TikTokCall.Init, "6 posts a minute", cancellationToken)
            : verdict;
    }

    private async Task<SendVerdict> AskCreatorAsync(
        Post post,
        ConnectedAccount account,
        IReadOnlyList<PostFile> files,
        CancellationToken cancellationToken
    )
    {
        var verdict = await TakeAsync(account, TikTokCall.CreatorInfo, "20 questions a minute", cancellationToken);
        if (verdict != SendVerdict.Go)
        {
            return verdict;
        }

        CreatorInfo creator;
        try
        {
            creator = await accounts.CallAsync(
                account.Id,
                TikTokScopes.VideoPublish,
                (client, token, stop) => client.Creators.GetAsync(token, stop),
                cancellationToken
            );
        }
        catch (TikTokApiException error) when (RetryAfter.IsCap(error.Failure))
        {
            return RetryAfter.Of(error, ++post.PassingFailures) is { } wait
                ? SendVerdict.Wait(time.GetUtcNow() + wait, PostFailure.Of(error))
                : SendVerdict.No(PostFailure.Of(error));
        }

        return CreatorCheck.Of(post, files, creator) is { } failure ? SendVerdict.No(failure) : SendVerdict.Go;
    }

    private async Task<SendVerdict> TakeAsync(
        ConnectedAccount account,
        TikTokCall call,
        string limit,
        CancellationToken cancellationToken
    ) =>
        await allowance.TakeAsync(account.OpenId, call, count: 1, cancellationToken) is { } until
            ? SendVerdict.Wait(
                until,
                PostFailure.Of(FailureCatalogue.RateLimited, $"TikTok takes {limit} of an account.")
            )
            : SendVerdict.Go;
}
