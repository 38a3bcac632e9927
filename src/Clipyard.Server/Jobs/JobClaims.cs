using Clipyard.Server.Data;
using Clipyard.Server.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Jobs;

/// <summary>Takes jobs.</summary>
internal sealed class JobClaims(IServiceScopeFactory scopes, Leases leases, TimeProvider time)
{
    /// <summary>Makes the job a running one of this process.</summary>
    /// <returns>Whether it is; not when it has ended or somebody works on it.</returns>
    public async Task<bool> TakeAsync(Job job, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(job.OwnerId, StorePrefix: ""));
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var (now, until, holder) = (time.GetUtcNow(), leases.Until, leases.Holder);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await db
            .Jobs.Where(j => j.Id == job.Id && (j.State == JobState.Queued || j.State == JobState.Running))
            .Where(leases.Free<Job>())
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(j => j.State, JobState.Running)
                        .SetProperty(j => j.StartedAt, j => j.StartedAt ?? now)
                        .SetProperty(j => j.LeaseHolder, holder)
                        .SetProperty(j => j.LeaseUntil, until),
                cancellationToken
            );
        if (taken == 0)
        {
            return false;
        }

        if (job.State == JobState.Queued)
        {
            job.State = JobState.Running;
            scope.ServiceProvider.GetRequiredService<IEventLog>().AddJob(db, JobEvents.Started, job);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
