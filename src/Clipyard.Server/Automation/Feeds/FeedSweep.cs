using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>Forgets the feeds of erased students. They have opened nothing since the student went.</summary>
internal sealed class FeedSweep(ClipyardDb db) : ISweep
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task SweepAsync(CancellationToken cancellationToken)
    {
        var students = db.Students.IgnoreQueryFilters(QueryFilters.OwnerOnly);
        return db
            .StudentFeeds.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(feed =>
                !students.Any(student =>
                    student.OwnerId == feed.OwnerId
                    && student.StudentId == feed.StudentId
                    && student.LinkedAt == feed.StudentLinkedAt
                )
            )
            .ExecuteDeleteAsync(cancellationToken);
    }
}
