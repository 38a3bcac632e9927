using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Publishing.Posts;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Publishing.Preparing.Checks;

/// <summary>Asks TikTok what the creator may post. An answer is not waited for: before sending it is asked again.</summary>
internal sealed class CreatorQuestion(IAccounts accounts, ICallAllowance allowance)
{
    private const string AskedAgain = "It is asked again before the post is sent.";

    /// <summary>Asks, unless the account did not grant that and a draft does not need it.</summary>
    /// <exception cref="ClipyardException">
    /// <c>creator_blocked</c>; <c>scope_missing</c> for a direct post; <c>not_connected</c>: there is no such account.
    /// </exception>
    public async Task<CreatorAnswer> AskAsync(Post post, CancellationToken cancellationToken)
    {
        var account =
            await accounts.FindAsync(post.AccountId, cancellationToken)
            ?? throw new ClipyardException(FailureCatalogue.NotConnected, "The post's account is gone.");
        if (post.Mode == PostMode.Inbox && !account.Scopes.Contains(TikTokScopes.VideoPublish))
        {
            return new CreatorAnswer(Creator: null, Note: null);
        }

        if (await allowance.TakeAsync(account.OpenId, TikTokCall.CreatorInfo, count: 1, cancellationToken) is not null)
        {
            return Unasked("it was asked too often in this minute");
        }

        try
        {
            var creator = await accounts.CallAsync(
                account.Id,
                TikTokScopes.VideoPublish,
                (api, token, stop) => api.Creators.GetAsync(token, stop),
                cancellationToken
            );
            return new CreatorAnswer(creator, Note: null);
        }
        catch (ClipyardException error) when (!IsFinal(post, error))
        {
            return Unasked(error.Code);
        }
    }

    // All else may be another when the post is sent: an account connected again, a limit of a day over.
    private static bool IsFinal(Post post, ClipyardException error) =>
        error.Failure == FailureCatalogue.CreatorBlocked
        || (error.Failure == FailureCatalogue.ScopeMissing && post.Mode == PostMode.Direct);

    private static CreatorAnswer Unasked(string why) =>
        new(Creator: null, $"TikTok did not say what the creator may post ({why}). {AskedAgain}");
}
