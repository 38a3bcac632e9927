using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Jobs;

/// <summary>Wakes every lane that has something due and nobody working on it: what was interrupted, what was lost.</summary>
internal sealed class LaneSweep(
    ClipyardDb db,
    ILaneWaker waker,
    LaneSlots slots,
    Leases leases,
    JobMetrics metrics,
    TimeProvider time
) : ISweep
{
    private const int LanesAtOnce = 5_000;

    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await waker.ResetAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var lane in await DueLanes(now).ToListAsync(cancellationToken))
        {
            if (!slots.IsWaiting(lane))
            {
                await waker.WakeAsync(lane, now, cancellationToken);
            }
        }

        await MeasureAsync(now, cancellationToken);
    }

    private IQueryable<string> DueLanes(DateTimeOffset now) =>
        Due(now)
            .Where(job => !AllJobs.Where(leases.Held()).Any(other => other.Lane == job.Lane))
            .GroupBy(job => job.Lane)
            .OrderBy(lane => lane.Min(job => job.DueAt))
            .Select(lane => lane.Key)
            .Take(LanesAtOnce);

    private IQueryable<Job> Due(DateTimeOffset now) =>
        AllJobs
            .Where(job => (job.State == JobState.Queued || job.State == JobState.Running) && job.DueAt <= now)
            .Where(leases.Free<Job>());

    private IQueryable<Job> AllJobs => db.Jobs.IgnoreQueryFilters(QueryFilters.OwnerOnly).AsNoTracking();

    private async Task MeasureAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var queue = await Due(now)
            .GroupBy(_ => 1)
            .Select(all => new { Waiting = all.Count(), Oldest = all.Min(job => job.DueAt) })
            .SingleOrDefaultAsync(cancellationToken);
        metrics.Queue(queue?.Waiting ?? 0, queue is null ? TimeSpan.Zero : now - queue.Oldest);
    }
}
