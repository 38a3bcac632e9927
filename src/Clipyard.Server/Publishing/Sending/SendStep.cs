using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Pausing;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Watching;
using Clipyard.TikTokApi;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>Tells TikTok of a post that is due: one attempt row, one init.</summary>
internal sealed class SendStep(
    ClipyardDb db,
    PostLog log,
    AttemptLedger attempts,
    IAccounts accounts,
    SendChecks checks,
    Inits inits,
    SentMark mark,
    UploadStandings standings,
    Notices notices,
    PublishingMetrics metrics,
    IOptions<PublishingOptions> options,
    TimeProvider time
) : IPostStep
{
    public async Task StepAsync(Post post, CancellationToken cancellationToken)
    {
        if (post.Transfer == PostTransfer.Upload && await IsBusyAsync(post, cancellationToken))
        {
            return; // the end of that upload wakes this lane
        }

        if (post.State == PostState.Initialising)
        {
            await TakeOverAsync(post, cancellationToken);
        }
        else if (IsTooLate(post))
        {
            log.Fail(post, Missed(post));
            await db.SaveChangesAsync(cancellationToken);
            return;
        }
        else
        {
            if (post.Attempts == 0 && post.WaitCode is null)
            {
                metrics.Started(post, time.GetUtcNow()); // what was held up is late for reasons of its own
            }

            log.Move(post, PostState.Initialising, PostChange.None);
            await db.SaveChangesAsync(cancellationToken);
        }

        await SendAsync(post, cancellationToken);
    }

    // Chunks of one video at a time: a second address would only lapse while it waits. An upload that rests itself, after
    // a failure, keeps nobody waiting.
    private Task<bool> IsBusyAsync(Post post, CancellationToken cancellationToken)
    {
        var (lane, now) = (PostLanes.Upload + post.AccountId, time.GetUtcNow());
        return db.Posts.AnyAsync(other => other.Lane == lane && other.DueAt <= now, cancellationToken);
    }

    // Rule E5: whoever made the attempt did not write down an answer, so no byte of it can have gone out.
    private async Task TakeOverAsync(Post post, CancellationToken cancellationToken)
    {
        if (await attempts.FindLiveAsync(post.Id, cancellationToken) is { } left)
        {
            attempts.Abandon(post, left, AttemptEnds.AnswerLost);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task SendAsync(Post post, CancellationToken cancellationToken)
    {
        var account =
            await accounts.FindAsync(post.AccountId, cancellationToken)
            ?? throw new ClipyardException(FailureCatalogue.NotConnected);
        var files = await db
            .PostFiles.AsNoTracking()
            .Where(file => file.PostId == post.Id)
            .OrderBy(file => file.Position)
            .ToListAsync(cancellationToken);
        var verdict = await checks.CheckAsync(post, account, files, cancellationToken);
        if (verdict.Failure is { } failure)
        {
            await HoldAsync(post, failure, verdict.Until, cancellationToken);
            return;
        }

        var pull = post.Transfer == PostTransfer.Pull ? PullToken.New() : null;
        var attempt = attempts.Open(post, account, pull?.Hash);
        post.Username = account.Username;
        await db.SaveChangesAsync(cancellationToken);

        mark.Set(attempt.Id);
        try
        {
            var answer = await inits.SendAsync(post, account, files, pull, cancellationToken);
            await BeginTransferAsync(post, attempt, answer);
        }
        catch (TikTokApiException error)
        {
            await RefusedAsync(post, attempt, error);
        }
    }

    private async Task BeginTransferAsync(Post post, PostAttempt attempt, InitAnswer answer)
    {
        attempts.Answer(post, attempt, answer.PublishId, answer.ProtectedAddress);
        (post.PassingFailures, post.FailedSteps) = (0, 0);
        log.Move(
            post,
            PostState.Uploading,
            new PostChange(
                post.Transfer == PostTransfer.Pull ? "TikTok will fetch it." : "Its bytes are on their way.",
                post.Transfer == PostTransfer.Pull ? time.GetUtcNow() + PollPlan.First : null,
                new { publish_id = answer.PublishId }
            )
        );
        await db.SaveChangesAsync(CancellationToken.None);
        if (post.Transfer == PostTransfer.Upload)
        {
            standings.Set(attempt.Id, 0); // nobody has sent a byte: TikTok need not be asked
        }

        await notices.TryMatchAsync(answer.PublishId, CancellationToken.None); // rule E9: events that were faster
    }

    private async Task RefusedAsync(Post post, PostAttempt attempt, TikTokApiException error)
    {
        metrics.InitRefused(error.Code);
        var failure = PostFailure.Of(error);
        attempts.Abandon(
            post,
            attempt,
            error.MayHaveTakenEffect ? AttemptEnds.AnswerLost : AttemptEnds.Refused,
            failure
        );
        if (RetryAfter.Of(error, ++post.PassingFailures) is { } delay)
        {
            log.Wait(post, failure, time.GetUtcNow() + delay);
        }
        else
        {
            log.Fail(post, failure);
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }

    private async Task HoldAsync(
        Post post,
        PostFailure failure,
        DateTimeOffset? until,
        CancellationToken cancellationToken
    )
    {
        if (until is { } due && !IsTooLateAt(post, due))
        {
            log.Wait(post, failure, due);
        }
        else
        {
            log.Fail(post, failure);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private bool IsTooLate(Post post) => IsTooLateAt(post, time.GetUtcNow());

    // A draft that comes late does no harm: its creator decides when it is posted.
    private bool IsTooLateAt(Post post, DateTimeOffset at) =>
        post is { Mode: PostMode.Direct, ScheduledFor: { } wanted } && at > wanted + options.Value.LatestStart;

    private PostFailure Missed(Post post)
    {
        var cause = post.WaitReason is { } reason ? $" It waited: {reason}" : "";
        return PostFailure.Of(
            FailureCatalogue.MissedSchedule,
            $"It was due at {post.ScheduledFor:u}, more than {options.Value.LatestStart.TotalMinutes:0} minutes ago.{cause}"
        );
    }
}
