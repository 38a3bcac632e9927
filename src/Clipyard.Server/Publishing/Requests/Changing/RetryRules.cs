using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;

namespace Clipyard.Server.Publishing.Requests.Changing;

/// <summary>When a post may be sent again.</summary>
internal static class RetryRules
{
    /// <exception cref="ClipyardException"><c>conflict</c>, <c>post_in_progress</c>.</exception>
    public static void ThrowIfNotOver(Post post)
    {
        if (post.State is PostState.Failed or PostState.Uncertain)
        {
            return;
        }

        throw PostStates.IsDelivered(post.State)
            ? new ClipyardException(
                FailureCatalogue.Conflict,
                $"Post {post.Id} is {WordReader.NameOf(post.State)}; only a failed one can be sent again."
            )
            {
                Remedies = ["Make a new post if you want another one."],
            }
            : new ClipyardException(
                FailureCatalogue.PostInProgress,
                $"Post {post.Id} is {WordReader.NameOf(post.State)}; only a failed one can be sent again."
            );
    }

    /// <exception cref="ClipyardException"><c>outcome_uncertain</c>, <c>forbidden</c>, <c>duplicate_post</c>.</exception>
    public static void ThrowIfItMayBeThere(Post post, PostAttempt? last, bool notPosted, CallerRights caller)
    {
        if (post.PostIds.Count > 0 || last is { State: AttemptState.Ended, End: AttemptEnds.Published })
        {
            throw new ClipyardException(FailureCatalogue.DuplicatePost, $"TikTok says that post {post.Id} is there.");
        }

        if (last?.State != AttemptState.Committed)
        {
            return;
        }

        if (!notPosted)
        {
            throw new ClipyardException(
                FailureCatalogue.OutcomeUncertain,
                $"TikTok may have made post {post.Id} ({last.PublishId}); sent again it might be there twice."
            )
            {
                Remedies =
                [
                    "Look at the account and its inbox; when nothing of it is there, send {\"not_posted\": true}.",
                ],
            };
        }

        if (!caller.MayApprove)
        {
            throw new ClipyardException(
                FailureCatalogue.Forbidden,
                "Only a person who has looked may say that it is not posted: this key lacks the scope approve."
            );
        }
    }

    /// <summary>There is nothing to send.</summary>
    public static ClipyardException NothingLeft(Post post) =>
        new(FailureCatalogue.Conflict, $"The files of post {post.Id} are removed, and so is what they were made from.")
        {
            Remedies = ["Make a new post from the file."],
        };
}
