using Clipyard.Server.Data;
using Clipyard.Server.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Clipyard.Server.Jobs;

/// <inheritdoc cref="IJobQueue"/>
internal sealed class JobQueue(
    IServiceProvider services,
    IServiceScopeFactory scopes,
    IEventLog events,
    ILaneWaker waker,
    RunningSteps running,
    JobWaiters waiters,
    CreationStamps stamps,
    IHostApplicationLifetime lifetime,
    TimeProvider time
) : IJobQueue
{
    // Should a word be lost, the row says so soon enough.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    public Job Add(ClipyardDb db, string kind, string lane, string request, string? studentId)
    {
        var (id, created) = stamps.Next();
        var job = new Job
        {
            Id = id,
            OwnerId = db.Scope.Owner.Id,
            Kind = kind,
            Lane = lane,
            Request = request,
            StudentId = studentId,
            CreatedAt = created,
            DueAt = time.GetUtcNow(),
        };
        db.Jobs.Add(job);
        events.AddJob(db, JobEvents.Queued, job);
        return job;
    }

    public Task WakeAsync(Job job, CancellationToken cancellationToken) =>
        waker.WakeAsync(job.Lane, job.DueAt, cancellationToken);

    public async Task<bool> WaitAsync(Guid jobId, TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            lifetime.ApplicationStopping
        );
        var until = atMost == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : time.GetUtcNow() + atMost;
        while (true)
        {
            var end = waiters.WhenEndedAsync(jobId, stopping.Token);
            if (await HasEndedAsync(jobId, cancellationToken))
            {
                waiters.Release(jobId);
                return true;
            }

            var left = until - time.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                return false;
            }

            try
            {
                await end.WaitAsync(left < LookAgain ? left : LookAgain, time, stopping.Token);
            }
            catch (TimeoutException)
            {
                continue;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return false; // the server stops; the job goes on after the restart
            }
        }
    }

    public async Task<Job?> CancelAsync(ClipyardDb db, Guid jobId, CancellationToken cancellationToken)
    {
        var outcomes = services.GetRequiredService<JobOutcomes>();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            await db
                .Jobs.Where(j => j.Id == jobId && (j.State == JobState.Queued || j.State == JobState.Running))
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.CancelRequested, true), cancellationToken);
            await outcomes.TryEndIdleAsync(jobId, JobEnd.Cancelled);
            await transaction.CommitAsync(CancellationToken.None);
        }

        await running.CancelAsync(jobId);
        var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, cancellationToken);
        if (job is not null)
        {
            // Those behind it in the lane need not wait until it would have been due.
            await waker.WakeAsync(job.Lane, time.GetUtcNow(), cancellationToken);
        }

        return job;
    }

    private async Task<bool> HasEndedAsync(Guid jobId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var state = await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Jobs.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(j => j.Id == jobId)
            .Select(j => (JobState?)j.State)
            .SingleOrDefaultAsync(cancellationToken);
        return state is not (JobState.Queued or JobState.Running);
    }
}
