using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Jobs;

/// <summary>Which job of a lane is next, whoever owns it.</summary>
internal static class LaneView
{
    /// <summary>
    /// The job that the lane works on; when there is none, the one that is due first, the oldest of several.
    /// </summary>
    public static Task<Job?> NextAsync(ClipyardDb db, string lane, CancellationToken cancellationToken) =>
        db
            .Jobs.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AsNoTracking()
            .Where(job => job.Lane == lane && (job.State == JobState.Running || job.State == JobState.Queued))
            .OrderByDescending(job => job.State == JobState.Running)
            .ThenBy(job => job.DueAt)
            .ThenBy(job => job.CreatedAt)
            .ThenBy(job => job.Id)
            .FirstOrDefaultAsync(cancellationToken);
}
