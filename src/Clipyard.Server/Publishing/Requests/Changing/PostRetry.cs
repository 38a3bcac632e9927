using Clipyard.Failures;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Publishing.Requests.Changing;

/// <summary>Sends a post once more that certainly has not gone out (rules E4 and E8).</summary>
internal sealed class PostRetry(
    ClipyardDb db,
    PostChanges changes,
    PostAccounts accounts,
    PostSources sources,
    TaskPosts tasks,
    AttemptLedger attempts,
    PostLog log,
    IPostWaker waker,
    IAuditLog audit,
    TimeProvider time,
    IOptions<PublishingOptions> options
)
{
    /// <summary>Sends it again, from its files or from its source.</summary>
    /// <param name="postId">The owner's post.</param>
    /// <param name="notPosted">Whether a person has looked and found nothing of it.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ClipyardException">
    /// <c>not_found</c>; <c>conflict</c>, <c>post_in_progress</c>: it has not failed; <c>outcome_uncertain</c>: it may be
    /// there; <c>forbidden</c>; whatever is wrong with its account; <c>conflict</c>: its files and their source are gone.
    /// </exception>
    public async Task<Post> RetryAsync(
        Guid postId,
        bool notPosted,
        CallerRights caller,
        CancellationToken cancellationToken
    )
    {
        var post = await changes.ApplyAsync(
            postId,
            post => DecideAsync(post, notPosted, caller, cancellationToken),
            cancellationToken
        );
        await waker.WakeAsync(post, cancellationToken);
        return post;
    }

    private async Task DecideAsync(Post post, bool notPosted, CallerRights caller, CancellationToken cancellationToken)
    {
        RetryRules.ThrowIfNotOver(post);
        var last = await db
            .PostAttempts.Where(attempt => attempt.PostId == post.Id)
            .OrderByDescending(attempt => attempt.Number)
            .FirstOrDefaultAsync(cancellationToken);
        RetryRules.ThrowIfItMayBeThere(post, last, notPosted, caller);
        await tasks.ThrowIfTakenAsync(post, cancellationToken);
        await accounts.ResolveAsync(post.AccountId, post.Mode, cancellationToken);
        Abandon(post, last);
        Forget(post);
        if (PostAcceptance.MustWait(post.Mode, caller) && !caller.MayApprove)
        {
            post.NeedsApproval = true;
        }

        await SendOnAsync(post, cancellationToken);
        audit.Add(db, PostAudit.Retried, post.Id.ToString(), new { not_posted = notPosted });
    }

    // A live one that is not known to be posted: open, or a person says so.
    private void Abandon(Post post, PostAttempt? last)
    {
        if (last is not { IsLive: true })
        {
            return;
        }

        var isSaid = last.State == AttemptState.Committed;
        attempts.Abandon(post, last, isSaid ? AttemptEnds.NotPosted : AttemptEnds.Cancelled);
        if (isSaid)
        {
            audit.Add(db, PostAudit.SaidNotPosted, post.Id.ToString(), new { last.PublishId });
        }
    }

    private void Forget(Post post)
    {
        post.FailureCode = null;
        post.FailureDetail = null;
        post.TikTokCode = null;
        post.TikTokLogId = null;
        post.WaitCode = null;
        post.WaitReason = null;
        post.PassingFailures = 0;
        post.FailedSteps = 0;
        post.HandedOverAt = null;
        if (post.Mode == PostMode.Direct && post.ScheduledFor + options.Value.LatestStart < time.GetUtcNow())
        {
            // Its time is past; without one it goes out now, which is what a retry asks for.
            post.ScheduledFor = null;
            post.ScheduleZone = null;
        }
    }

    private async Task SendOnAsync(Post post, CancellationToken cancellationToken)
    {
        var files = await db.PostFiles.Where(file => file.PostId == post.Id).ToListAsync(cancellationToken);
        if (files.Count > 0 && post.FilesRemovedAt is null)
        {
            PostApprovals.Renew(post, files);
            var now = time.GetUtcNow();
            log.Move(
                post,
                post.State == PostState.Uncertain ? PostState.Queued : NextState.Of(post, now),
                new PostChange("Tried again.", NextState.DueAt(post, now))
            );
            return;
        }

        if (!await sources.IsStillThereAsync(post.Source, cancellationToken))
        {
            throw RetryRules.NothingLeft(post);
        }

        db.PostFiles.RemoveRange(files);
        post.FilesRemovedAt = null;
        log.Move(post, PostState.Preparing, new PostChange("Tried again; its files are made again first."));
    }
}
