using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>Forgets the feeds of erased students. They have opened nothing since the student went.</summary>
internal sealed class FeedSweep(ClipyardDb db, IStudentArchive archive) : ISweep
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var feeds = await All().AsNoTracking().ToListAsync(cancellationToken);
        foreach (var ofOwner in feeds.GroupBy(feed => feed.OwnerId))
        {
            var left = await LeftBehindAsync(ofOwner.Key, [.. ofOwner], cancellationToken);
            if (left.Count > 0)
            {
                await All().Where(feed => left.Contains(feed.Id)).ExecuteDeleteAsync(cancellationToken);
            }
        }
    }

    private async Task<List<Guid>> LeftBehindAsync(
        Guid ownerId,
        List<StudentFeed> feeds,
        CancellationToken cancellationToken
    )
    {
        var students = await archive.FindAsync(
            ownerId,
            [.. feeds.Select(feed => feed.StudentId).Distinct(StringComparer.Ordinal)],
            cancellationToken
        );
        var linked = students.Select(student => (student.StudentId, student.LinkedAt)).ToHashSet();
        return
        [
            .. feeds.Where(feed => !linked.Contains((feed.StudentId, feed.StudentLinkedAt))).Select(feed => feed.Id),
        ];
    }

    private IQueryable<StudentFeed> All() => db.StudentFeeds.IgnoreQueryFilters(QueryFilters.OwnerOnly);
}
