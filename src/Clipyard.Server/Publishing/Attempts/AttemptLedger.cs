using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Attempts;

/// <summary>
/// The one way in which attempts change. Nothing is saved here: the caller saves the attempt together with its post, and
/// a <see cref="DbUpdateConcurrencyException"/> there means that somebody else was first.
/// </summary>
internal sealed class AttemptLedger(ClipyardDb db, PostLog log, TimeProvider time)
{
    /// <summary>The post's open or committed attempt; null when it has none.</summary>
    public Task<PostAttempt?> FindLiveAsync(Guid postId, CancellationToken cancellationToken) =>
        db.PostAttempts.SingleOrDefaultAsync(
            attempt =>
                attempt.PostId == postId
                && (attempt.State == AttemptState.Open || attempt.State == AttemptState.Committed),
            cancellationToken
        );

    /// <summary>Begins an attempt: the one init that it stands for comes after the save.</summary>
    public PostAttempt Open(Post post, ConnectedAccount account, string? pullTokenHash)
    {
        var attempt = new PostAttempt
        {
            PostId = post.Id,
            OwnerId = post.OwnerId,
            AccountId = post.AccountId,
            OpenId = account.OpenId,
            Number = ++post.Attempts,
            State = AttemptState.Open,
            Mode = post.Mode,
            Transfer = post.Transfer,
            PullTokenHash = pullTokenHash,
            CreatedAt = time.GetUtcNow(),
        };
        db.PostAttempts.Add(attempt);
        log.Note(post, PostEventTypes.Init, $"Attempt {attempt.Number} begins.");
        return attempt;
    }

    /// <summary>Writes down TikTok's answer to the init (rule E1: before any byte).</summary>
    public void Answer(Post post, PostAttempt attempt, string publishId, string? uploadAddress)
    {
        attempt.PublishId = publishId;
        attempt.UploadAddress = uploadAddress;
        attempt.AnsweredAt = time.GetUtcNow();
        post.PublishId = publishId;
    }

    /// <summary>From here on it may lead to a post (rule E2: before the end of the file can be with TikTok).</summary>
    public void Commit(Post post, PostAttempt attempt)
    {
        if (attempt.State != AttemptState.Open)
        {
            throw new InvalidOperationException($"An attempt that is {attempt.State} cannot be committed.");
        }

        attempt.State = AttemptState.Committed;
        attempt.CommittedAt = time.GetUtcNow();
        post.HandedOverAt ??= attempt.CommittedAt;
        log.Note(post, PostEventTypes.Committed, "From here on TikTok may post it.");
    }

    /// <summary>Gives it up while nothing can have come of it (rules E3, E5, E6), or by a person's word (E8).</summary>
    public void Abandon(Post post, PostAttempt attempt, string why, PostFailure? failure = null)
    {
        if (attempt.State != AttemptState.Open && why is not (AttemptEnds.Lapsed or AttemptEnds.NotPosted))
        {
            throw new InvalidOperationException($"An attempt that is {attempt.State} is not given up as {why}.");
        }

        Close(attempt, AttemptState.Abandoned, why, failure);
        log.Note(post, PostEventTypes.Abandoned, $"Attempt {attempt.Number} was given up ({why}).");
        post.HandedOverAt = null;
    }

    /// <summary>Ends it as TikTok said.</summary>
    public void End(PostAttempt attempt, string how, PostFailure? failure = null) =>
        Close(attempt, AttemptState.Ended, how, failure);

    /// <summary>How many attempts of a post TikTok let fail in a way that another may not (rule E4).</summary>
    public Task<int> CountFailedAsync(Guid postId, CancellationToken cancellationToken) =>
        db.PostAttempts.CountAsync(
            attempt => attempt.PostId == postId && attempt.End == AttemptEnds.Failed,
            cancellationToken
        );

    /// <summary>How many attempts of a post lapsed unfinished.</summary>
    public Task<int> CountLapsedAsync(Guid postId, CancellationToken cancellationToken) =>
        db.PostAttempts.CountAsync(
            attempt => attempt.PostId == postId && attempt.End == AttemptEnds.Lapsed,
            cancellationToken
        );

    private void Close(PostAttempt attempt, AttemptState state, string how, PostFailure? failure)
    {
        attempt.State = state;
        attempt.End = how;
        attempt.EndedAt = time.GetUtcNow();
        attempt.TikTokCode = failure?.TikTokCode;
        attempt.TikTokLogId = failure?.LogId;
        attempt.UploadAddress = null;
    }
}
