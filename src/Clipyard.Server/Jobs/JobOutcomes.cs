using Clipyard.Server.Data;
using Clipyard.Server.Events;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Jobs;

/// <summary>Writes down what came of a step, even while the server stops, by compare-and-set.</summary>
internal sealed class JobOutcomes(ClipyardDb db, IEventLog events, Leases leases, JobMetrics metrics, TimeProvider time)
{
    private const int MaxFailedSteps = 3;

    /// <summary>Ends a job that nobody else works on.</summary>
    public async Task EndAsync(Guid jobId, JobEnd end)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        if (await TryEndAsync(Mine(jobId), jobId, end))
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
    }

    /// <summary>Ends a job on which no step runs now, inside the caller's transaction.</summary>
    /// <returns>Whether it did; if not, its step has to be told.</returns>
    public Task<bool> TryEndIdleAsync(Guid jobId, JobEnd end) =>
        TryEndAsync(Unfinished(jobId).Where(leases.Free<Job>()), jobId, end);

    private async Task<bool> TryEndAsync(IQueryable<Job> job, Guid jobId, JobEnd end)
    {
        var now = time.GetUtcNow();
        var ended = await job.ExecuteUpdateAsync(
            set =>
                set.SetProperty(j => j.State, end.State)
                    .SetProperty(j => j.EndedAt, now)
                    .SetProperty(j => j.Result, end.Result)
                    .SetProperty(j => j.FailureCode, end.FailureCode)
                    .SetProperty(j => j.FailureDetail, end.Detail)
                    .SetProperty(j => j.LeaseHolder, (string?)null)
                    .SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null),
            CancellationToken.None
        );
        if (ended == 0)
        {
            return false;
        }

        await db.SaveChangesAsync(CancellationToken.None);
        if (end.State == JobState.Cancelled)
        {
            await CancelItemsAsync(jobId);
        }

        var row = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == jobId, CancellationToken.None);
        events.AddJob(db, JobEvents.OfEnd(end.State), row);
        await db.SaveChangesAsync(CancellationToken.None);
        metrics.Ended(row);
        return true;
    }

    /// <summary>There is more to do, unless somebody asked to stop meanwhile.</summary>
    public async Task ContinueAsync(Guid jobId, TimeSpan delay)
    {
        var due = time.GetUtcNow() + delay;
        await using (var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None))
        {
            var goesOn = await Mine(jobId)
                .Where(j => !j.CancelRequested)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(j => j.DueAt, due)
                            .SetProperty(j => j.FailedSteps, 0)
                            .SetProperty(j => j.LeaseHolder, (string?)null)
                            .SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null),
                    CancellationToken.None
                );
            if (goesOn > 0)
            {
                // What the handler left unsaved belongs to this step, and only to a step that is still ours.
                await db.SaveChangesAsync(CancellationToken.None);
                await transaction.CommitAsync(CancellationToken.None);
                return;
            }
        }

        await EndAsync(jobId, JobEnd.Cancelled);
    }

    /// <summary>After an unforeseen error: tries again a little later, a few times, then the job has failed.</summary>
    public async Task RetryAsync(Guid jobId, int failedSteps)
    {
        if (failedSteps >= MaxFailedSteps)
        {
            await EndAsync(jobId, JobEnd.Unforeseen(jobId));
            return;
        }

        var due = time.GetUtcNow() + TimeSpan.FromSeconds(Math.Pow(4, failedSteps));
        await Mine(jobId)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(j => j.DueAt, due)
                        .SetProperty(j => j.FailedSteps, failedSteps)
                        .SetProperty(j => j.LeaseHolder, (string?)null)
                        .SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null),
                CancellationToken.None
            );
    }

    private IQueryable<Job> Unfinished(Guid jobId) =>
        db.Jobs.Where(j => j.Id == jobId && (j.State == JobState.Queued || j.State == JobState.Running));

    private IQueryable<Job> Mine(Guid jobId)
    {
        var holder = leases.Holder;
        return Unfinished(jobId).Where(j => j.LeaseHolder == holder);
    }

    private Task<int> CancelItemsAsync(Guid jobId) =>
        db
            .JobItems.Where(item => item.JobId == jobId && item.State == JobItemState.Pending)
            .ExecuteUpdateAsync(
                set => set.SetProperty(item => item.State, JobItemState.Cancelled),
                CancellationToken.None
            );
}
