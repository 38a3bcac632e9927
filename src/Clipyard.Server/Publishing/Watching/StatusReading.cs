using Clipyard.Failures;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Sending;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.Server.Publishing.Watching;

/// <summary>What TikTok's word does to a post. States never go backwards; nothing is saved here.</summary>
internal sealed class StatusReading(
    AttemptLedger attempts,
    PostLog log,
    DownloadProgressBoard downloads,
    TimeProvider time
)
{
    private const int MaxFailedAttempts = 3;

    /// <summary>Takes what TikTok says of an attempt.</summary>
    public async Task ApplyAsync(
        Post post,
        PostAttempt attempt,
        PublishStatus status,
        CancellationToken cancellationToken
    )
    {
        post.PassingFailures = 0;
        switch (status.Stage)
        {
            case PublishStage.Published:
                Published(post, attempt, status);
                break;
            case PublishStage.SentToInbox:
                InInbox(post, attempt);
                break;
            case PublishStage.Failed when attempt.IsLive && post.State != PostState.InInbox:
                await FailedAsync(post, attempt, status, cancellationToken);
                break;
            default:
                await WaitAsync(post, attempt, cancellationToken);
                break;
        }

        TellProgress(post, attempt, status);
    }

    /// <summary>TikTok says nothing of use: asks again later, and says so after hours, and after days.</summary>
    public async Task WaitAsync(Post post, PostAttempt attempt, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (attempt.State == AttemptState.Open && attempt.Transfer == PostTransfer.Pull)
        {
            await WaitForPullAsync(post, attempt, now, cancellationToken);
            return;
        }

        var since = SinceWhen(post, attempt, now);
        if (post.State is PostState.Processing or PostState.Uncertain or PostState.Uploading or PostState.Initialising)
        {
            if (now - since >= PollPlan.GivesUpAfter)
            {
                log.Fail(post, PostFailure.Of(FailureCatalogue.OutcomeUncertain));
                return;
            }

            if (now - since >= PollPlan.UncertainAfter && post.State != PostState.Uncertain)
            {
                log.Move(post, PostState.Uncertain, new PostChange("TikTok has said nothing final for two hours."));
            }
        }

        Later(post, PollPlan.Next(post.State, now - since), now);
    }

    /// <summary>The account's own list of videos shows it (rule E10).</summary>
    public void Confirm(Post post, PostAttempt attempt, string videoId)
    {
        attempts.End(attempt, AttemptEnds.Published);
        AddIds(post, [videoId]);
        log.Move(post, PostState.Published, new PostChange("The account's list of videos shows it."));
    }

    private void TellProgress(Post post, PostAttempt attempt, PublishStatus status)
    {
        var isOnItsWay = attempt.IsLive && post.State is (PostState.Uploading or PostState.Processing);
        if (isOnItsWay && attempt.Transfer == PostTransfer.Pull && status.DownloadedBytes is { } fetched)
        {
            downloads.Set(post.Id, fetched);
        }
        else
        {
            downloads.Clear(post.Id);
        }
    }

    private void Published(Post post, PostAttempt attempt, PublishStatus status)
    {
        AddIds(post, status.PostIds);
        if (attempt.IsLive)
        {
            attempts.End(attempt, AttemptEnds.Published);
        }

        if (post.State == PostState.Published)
        {
            var now = time.GetUtcNow();
            Later(post, PollPlan.Next(post.State, now - (post.EndedAt ?? now)), now);
            return;
        }

        var next = time.GetUtcNow() + PollPlan.Next(PostState.Published, TimeSpan.Zero);
        log.Move(post, PostState.Published, new PostChange(DueAt: next));
    }

    private void InInbox(Post post, PostAttempt attempt)
    {
        var now = time.GetUtcNow();
        if (attempt.State == AttemptState.Open)
        {
            attempts.Commit(post, attempt); // TikTok has more than it told us
        }

        if (post.State is PostState.InInbox or PostState.Published)
        {
            Later(post, PollPlan.Next(post.State, now - (post.InInboxAt ?? now)), now);
            return;
        }

        log.Move(
            post,
            PostState.InInbox,
            new PostChange(
                "The draft is in the creator's inbox: it is posted in the TikTok app.",
                now + PollPlan.Next(PostState.InInbox, TimeSpan.Zero)
            )
        );
    }

    // Rule E4: only what TikTok calls passing is tried again.
    private async Task FailedAsync(
        Post post,
        PostAttempt attempt,
        PublishStatus status,
        CancellationToken cancellationToken
    )
    {
        var known = status.Failure ?? FailureCatalogue.TikTokRejected;
        var failure = new PostFailure(known.Code, known.Message, status.FailReason);
        attempts.End(attempt, AttemptEnds.Failed, failure);
        var failed = 1 + await attempts.CountFailedAsync(post.Id, cancellationToken);
        if (status.MayTryAgain && failed < MaxFailedAttempts && PostStates.Allows(post.State, PostState.Queued))
        {
            log.Move(
                post,
                PostState.Queued,
                new PostChange($"TikTok failed in passing ({status.FailReason}); it is tried again.", Data: failure)
            );
            return;
        }

        log.Fail(post, failure);
    }

    private async Task WaitForPullAsync(
        Post post,
        PostAttempt attempt,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var age = now - (attempt.AnsweredAt ?? attempt.CreatedAt);
        if (age < PollPlan.PullLapsesAfter)
        {
            Later(post, PollPlan.Next(post.State, age), now);
            return;
        }

        attempts.Abandon(post, attempt, AttemptEnds.Lapsed);
        if (1 + await attempts.CountLapsedAsync(post.Id, cancellationToken) >= MaxFailedAttempts)
        {
            log.Fail(post, PostFailure.Of(FailureCatalogue.UrlUnreachable, "TikTok never fetched it all."));
            return;
        }

        log.Move(post, PostState.Queued, new PostChange("TikTok never fetched it all; it begins anew."));
    }

    /// <summary>Public posts that became known. The list only grows.</summary>
    public void AddIds(Post post, IEnumerable<string> ids)
    {
        var added = ids.Except(post.PostIds, StringComparer.Ordinal).ToList();
        if (added.Count == 0)
        {
            return;
        }

        post.PostIds = [.. post.PostIds, .. added];
        log.Note(post, PostEventTypes.PostId, data: new { post_ids = added });
    }

    private static DateTimeOffset SinceWhen(Post post, PostAttempt attempt, DateTimeOffset now) =>
        post.State switch
        {
            PostState.InInbox => post.InInboxAt ?? now,
            PostState.Published => post.EndedAt ?? now,
            _ => post.HandedOverAt ?? attempt.AnsweredAt ?? attempt.CreatedAt,
        };

    private static void Later(Post post, TimeSpan? wait, DateTimeOffset now)
    {
        if (wait is { } delay)
        {
            post.DueAt = now + delay;
            return;
        }

        post.Lane = null; // nothing more is expected
    }
}
