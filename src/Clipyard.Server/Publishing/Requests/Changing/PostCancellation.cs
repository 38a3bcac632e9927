using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Requests.Changing;

/// <summary>Stops posts that certainly have not gone out (rule E3).</summary>
internal sealed class PostCancellation(
    ClipyardDb db,
    PostChanges changes,
    PostLog log,
    IPostWaker waker,
    AttemptLedger attempts,
    IAuditLog audit
)
{
    /// <summary>Cancels it. One that is cancelled already stays so.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>, <c>not_cancellable</c>.</exception>
    public async Task<Post> CancelAsync(Guid postId, CancellationToken cancellationToken)
    {
        var post = await changes.ApplyAsync(postId, post => DecideAsync(post, cancellationToken), cancellationToken);
        await waker.InterruptAsync(postId);
        await waker.WakeSendingAsync(post.AccountId, cancellationToken);
        return post;
    }

    private async Task DecideAsync(Post post, CancellationToken cancellationToken)
    {
        if (post.State == PostState.Cancelled)
        {
            return;
        }

        if (!PostStates.Allows(post.State, PostState.Cancelled))
        {
            throw TooLate(post);
        }

        var live = await attempts.FindLiveAsync(post.Id, cancellationToken);
        if (live?.State == AttemptState.Committed)
        {
            throw TooLate(post);
        }

        if (live is not null)
        {
            // Saved with the post or not at all: whoever commits the attempt meanwhile makes this saving fail.
            attempts.Abandon(post, live, AttemptEnds.Cancelled);
        }

        post.WaitCode = null;
        post.WaitReason = null;
        log.Move(post, PostState.Cancelled, PostChange.None);
        audit.Add(db, PostAudit.Cancelled, post.Id.ToString());
    }

    private static ClipyardException TooLate(Post post) =>
        PostStates.IsDelivered(post.State)
            ? new ClipyardException(
                FailureCatalogue.NotCancellable,
                $"Post {post.Id} has ended as {WordReader.NameOf(post.State)}."
            )
            {
                Remedies = ["Nothing is left to cancel; what is on TikTok is deleted in TikTok."],
            }
            : new ClipyardException(
                FailureCatalogue.NotCancellable,
                $"Post {post.Id} is {WordReader.NameOf(post.State)}, and TikTok may have all of it."
            );
}
