using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Watching;

/// <summary>
/// Matches what could not be matched when it came (its answer was interrupted), and forgets events after a month:
/// TikTok sends them again for three days at most.
/// </summary>
internal sealed class NoticeSweep(ClipyardDb db, Notices notices, TimeProvider time) : ISweep
{
    private const int AtOnce = 1_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - KeptFor;
        await db.TikTokNotices.Where(notice => notice.ReceivedAt < oldest).ExecuteDeleteAsync(cancellationToken);
        var open = await db
            .TikTokNotices.Where(notice => notice.MatchedAt == null && notice.PublishId != null)
            .Where(notice =>
                db.PostAttempts.IgnoreQueryFilters(QueryFilters.OwnerOnly).Any(row => row.PublishId == notice.PublishId)
            )
            .Select(notice => notice.PublishId!)
            .Distinct()
            .OrderBy(publishId => publishId)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        foreach (var publishId in open)
        {
            await notices.TryMatchAsync(publishId, cancellationToken);
        }
    }
}
