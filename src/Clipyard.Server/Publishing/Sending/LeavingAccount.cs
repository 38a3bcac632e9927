using Clipyard.Failures;
using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>
/// Ends what has not gone out yet when its account leaves (rule E3). What may be with TikTok already is not ours to call
/// failed: it is watched on, in vain, and says so.
/// </summary>
internal sealed class LeavingAccount(PostLog log, AttemptLedger attempts) : IAccountObserver
{
    public async Task LeavingAsync(ClipyardDb db, Guid accountId, CancellationToken cancellationToken)
    {
        var failure = PostFailure.Of(FailureCatalogue.NotConnected, "Its account was disconnected before it went out.");
        var posts = await db
            .Posts.Where(post =>
                post.AccountId == accountId
                && (
                    post.State == PostState.Preparing
                    || post.State == PostState.AwaitingApproval
                    || post.State == PostState.Scheduled
                    || post.State == PostState.Queued
                    || post.State == PostState.Initialising
                    || post.State == PostState.Uploading
                )
            )
            .ToListAsync(cancellationToken);
        foreach (var post in posts)
        {
            var live = await attempts.FindLiveAsync(post.Id, cancellationToken);
            if (live is { State: AttemptState.Committed })
            {
                continue;
            }

            if (live is not null)
            {
                attempts.Abandon(post, live, AttemptEnds.Cancelled);
            }

            log.Fail(post, failure);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
