using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Attempts;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Posts;

/// <summary>Writes down that a step came to nothing: to be run again later, or the end of the post.</summary>
internal sealed class PostSetbacks(ClipyardDb db, PostLog log, AttemptLedger attempts, TimeProvider time)
{
    private const int MaxPassing = 12; // some two hours with the delays below
    private const int MaxUnforeseen = 3;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);

    /// <summary>A step met a failure that the catalogue knows.</summary>
    public async Task FailedAsync(Guid postId, string lane, ClipyardException error)
    {
        var post = await db.Posts.SingleAsync(row => row.Id == postId);
        if (post.Lane != lane)
        {
            return; // somebody else has taken it further: what this step met is not its story any more
        }

        if (error.IsTransient && ++post.PassingFailures < MaxPassing)
        {
            await LaterAsync(post, error.RetryAfter ?? Delay(post.PassingFailures), PostFailure.Of(error));
            return;
        }

        await GiveUpAsync(post, PostFailure.Of(error));
    }

    /// <summary>A step ended in an error that nobody foresaw.</summary>
    public async Task UnforeseenAsync(Guid postId, string lane)
    {
        var post = await db.Posts.SingleAsync(row => row.Id == postId);
        if (post.Lane != lane)
        {
            return; // somebody else has taken it further: what this step met is not its story any more
        }

        var failure = PostFailure.Of(
            FailureCatalogue.InternalError,
            $"An unforeseen error; the server's log names post {postId}."
        );
        if (++post.FailedSteps < MaxUnforeseen)
        {
            await LaterAsync(post, TimeSpan.FromSeconds(Math.Pow(4, post.FailedSteps)), failure);
            return;
        }

        await GiveUpAsync(post, failure);
    }

    private async Task LaterAsync(Post post, TimeSpan delay, PostFailure failure)
    {
        var due = time.GetUtcNow() + delay;
        if (post.State == PostState.Initialising)
        {
            await AbandonAsync(post, AttemptEnds.AnswerLost, failure);
            log.Wait(post, failure, due);
        }
        else
        {
            (post.WaitCode, post.WaitReason) = (failure.Code, failure.Detail);
            post.DueAt = due;
            log.Note(post, PostEventTypes.Waiting, failure.Detail, failure);
        }

        await db.SaveChangesAsync();
    }

    // What may be with TikTok already is not ours to call failed (rule E8): it is watched instead.
    private async Task GiveUpAsync(Post post, PostFailure failure)
    {
        if (!PostStates.Allows(post.State, PostState.Failed))
        {
            return;
        }

        if (await attempts.FindLiveAsync(post.Id, CancellationToken.None) is { State: AttemptState.Committed })
        {
            await WatchAsync(post, failure);
            return;
        }

        await AbandonAsync(post, AttemptEnds.Refused, failure);
        log.Fail(post, failure);
        await db.SaveChangesAsync();
    }

    private async Task WatchAsync(Post post, PostFailure failure)
    {
        if (post.State is PostState.Initialising or PostState.Uploading)
        {
            log.Move(post, PostState.Processing, new PostChange(failure.Detail, Data: failure));
        }
        else
        {
            post.DueAt = time.GetUtcNow() + LongestDelay;
            log.Note(post, PostEventTypes.Waiting, failure.Detail, failure);
        }

        await db.SaveChangesAsync();
    }

    private async Task AbandonAsync(Post post, string why, PostFailure failure)
    {
        if (await attempts.FindLiveAsync(post.Id, CancellationToken.None) is { State: AttemptState.Open } open)
        {
            attempts.Abandon(post, open, why, failure);
        }
    }

    private static TimeSpan Delay(int failures)
    {
        var delay = TimeSpan.FromSeconds(Math.Pow(2, failures + 1));
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
