using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Jobs;

/// <summary>Forgets jobs and their items some weeks after their end. What they kept stays.</summary>
internal sealed class FinishedJobSweep(ClipyardDb db, IOptions<JobOptions> options, TimeProvider time) : ISweep
{
    private const int AtOnce = 500;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - options.Value.KeepFinished;
        var jobs = db
            .Jobs.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(job => job.EndedAt <= oldest)
            .OrderBy(job => job.EndedAt);

        // In parts, so that no writer waits long; the items go with their jobs.
        int deleted;
        do
        {
            var ids = await jobs.Select(job => job.Id).Take(AtOnce).ToListAsync(cancellationToken);
            deleted = await db
                .Jobs.IgnoreQueryFilters(QueryFilters.OwnerOnly)
                .Where(job => ids.Contains(job.Id))
                .ExecuteDeleteAsync(cancellationToken);
        } while (deleted == AtOnce);
    }
}
