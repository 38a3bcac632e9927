using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Attempts;
using Clipyard.Server.Publishing.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>
/// TikTok's limits per day, counted per TikTok account, whoever owns the connection. TikTok has the last word: what
/// others post for the same creator is not seen here.
/// </summary>
internal sealed class DailyLimits(ClipyardDb db, IOptions<PublishingOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How many drafts of the last 24 hours wait in the creator's inbox, or are on their way there.</summary>
    public Task<int> CountPendingDraftsAsync(string openId, CancellationToken cancellationToken) =>
        PendingDrafts(openId).CountAsync(cancellationToken);

    /// <summary>How many direct posts went out in the last 24 hours.</summary>
    public Task<int> CountDirectPostsAsync(string openId, CancellationToken cancellationToken) =>
        DirectPosts(openId).CountAsync(cancellationToken);

    /// <summary>Whether one more may go out.</summary>
    public async Task<SendVerdict> CheckAsync(PostMode mode, string openId, CancellationToken cancellationToken)
    {
        var (counted, limit) =
            mode == PostMode.Inbox
                ? (PendingDrafts(openId), options.Value.MaxPendingDrafts)
                : (DirectPosts(openId), options.Value.MaxDirectPostsPerDay);
        if (limit == 0 || await counted.CountAsync(cancellationToken) < limit)
        {
            return SendVerdict.Go;
        }

        var oldest = await counted.MinAsync(attempt => attempt.CreatedAt, cancellationToken);
        return SendVerdict.Wait(
            oldest + Day,
            mode == PostMode.Inbox
                ? PostFailure.Of(
                    FailureCatalogue.PendingDraftsCap,
                    $"{limit} drafts of the last 24 hours wait in the creator's inbox; posting one there frees its place."
                )
                : PostFailure.Of(FailureCatalogue.DailyCap, $"{limit} posts went out in the last 24 hours.")
        );
    }

    private IQueryable<PostAttempt> DirectPosts(string openId) =>
        Recent(openId).Where(attempt => attempt.Mode == PostMode.Direct);

    // A draft that was posted gives its place back at once.
    private IQueryable<PostAttempt> PendingDrafts(string openId) =>
        Recent(openId).Where(attempt => attempt.Mode == PostMode.Inbox && attempt.End != AttemptEnds.Published);

    private IQueryable<PostAttempt> Recent(string openId)
    {
        var since = time.GetUtcNow() - Day;
        return db
            .PostAttempts.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(attempt =>
                attempt.OpenId == openId
                && attempt.CreatedAt > since
                && attempt.State != AttemptState.Abandoned
                && attempt.End != AttemptEnds.Failed
            );
    }
}
