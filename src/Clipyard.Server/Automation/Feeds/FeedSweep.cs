using Clipyard.Server.Archive;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>Forgets the feeds of erased students. They have opened nothing since the student went.</summary>
internal sealed class FeedSweep(ClipyardDb db, IStudentArchive archive) : ISweep
{
    private const int AtOnce = 500;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        for (var last = Guid.Empty; ; )
        {
            var feeds = await PageAsync(last, cancellationToken);
            await ForgetAsync(feeds, cancellationToken);
            if (feeds.Count < AtOnce)
            {
                return;
            }

            last = feeds[^1].Id;
        }
    }

    private Task<List<FeedRow>> PageAsync(Guid last, CancellationToken cancellationToken) =>
        All()
            .Where(feed => feed.Id.CompareTo(last) > 0)
            .OrderBy(feed => feed.Id)
            .Take(AtOnce)
            .Select(feed => new FeedRow(feed.Id, feed.OwnerId, feed.StudentId, feed.StudentLinkedAt))
            .ToListAsync(cancellationToken);

    private async Task ForgetAsync(List<FeedRow> feeds, CancellationToken cancellationToken)
    {
        var students = await archive.FindOfAllAsync(
            [.. feeds.Select(feed => feed.OwnerId).Distinct()],
            [.. feeds.Select(feed => feed.StudentId).Distinct(StringComparer.Ordinal)],
            cancellationToken
        );
        var linked = students.Select(student => (student.OwnerId, student.StudentId, student.LinkedAt)).ToHashSet();
        var left = feeds
            .Where(feed => !linked.Contains((feed.OwnerId, feed.StudentId, feed.StudentLinkedAt)))
            .Select(feed => feed.Id)
            .ToList();
        if (left.Count > 0)
        {
            await All().Where(feed => left.Contains(feed.Id)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private IQueryable<StudentFeed> All() => db.StudentFeeds.IgnoreQueryFilters(QueryFilters.OwnerOnly);

    private sealed record FeedRow(Guid Id, Guid OwnerId, string StudentId, DateTimeOffset StudentLinkedAt);
}
