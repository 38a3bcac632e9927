using Clipyard.Failures;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Jobs;

/// <summary>Takes a lane's next <see cref="Job"/> one step further. Safe to run again at any point: the rows say where they stand.</summary>
internal sealed partial class LaneRunner(
    IServiceScopeFactory scopes,
    JobClaims claims,
    LeaseRows<Job> leases,
    RunningSteps running,
    ProgressBoard progress,
    JobMetrics metrics,
    TimeProvider time,
    ILogger<LaneRunner> logger
) : ILaneRunner
{
    public async Task<DateTimeOffset?> StepAsync(string lane, CancellationToken cancellationToken)
    {
        if (await FindAsync(lane, cancellationToken) is not { } job)
        {
            return null;
        }

        if (job.DueAt > time.GetUtcNow() && !job.CancelRequested)
        {
            return job.DueAt;
        }

        if (running.TryBegin(job.Id) is not { } cancelled)
        {
            return null; // whoever runs it comes back
        }

        try
        {
            if (!await claims.TakeAsync(job, cancellationToken))
            {
                return null;
            }

            await RunAsync(job, cancelled.Token, cancellationToken);
        }
        finally
        {
            running.End(job.Id);
        }

        return cancellationToken.IsCancellationRequested
            ? null
            : (await FindAsync(lane, CancellationToken.None))?.DueAt;
    }

    private async Task<Job?> FindAsync(string lane, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        return await LaneView.NextAsync(db, lane, cancellationToken);
    }

    private async Task RunAsync(Job job, CancellationToken cancelled, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancelled, stopping);
        try
        {
            await using var renewal = leases.KeepRenewing(job.Id);
            await HandleAsync(job, either.Token);
        }
        catch (Exception) when (cancelled.IsCancellationRequested)
        {
            await WriteAsync(job, ends => ends.EndAsync(job.Id, JobEnd.Cancelled));
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            await leases.GiveBackAsync(job.Id); // goes on after the restart
        }
        catch (ClipyardException error)
        {
            LogFailed(job.Kind, job.Id, error.Code);
            await WriteAsync(job, ends => ends.EndAsync(job.Id, JobEnd.Failed(error)));
        }
        catch (Exception error)
        {
            LogUnforeseen(job.Kind, job.Id, error);
            metrics.Unforeseen(job.Kind);
            await WriteAsync(job, ends => ends.RetryAsync(job.Id, job.FailedSteps + 1));
        }
    }

    // The handler's context saves the outcome, so that what it left unsaved is kept with it or not at all.
    private async Task HandleAsync(Job job, CancellationToken cancellationToken)
    {
        await using var scope = await scopes.EnterAsync(job.OwnerId, CancellationToken.None);
        var services = scope.ServiceProvider;
        var row = await services
            .GetRequiredService<ClipyardDb>()
            .Jobs.SingleAsync(j => j.Id == job.Id, cancellationToken);
        var outcome = job.CancelRequested ? null : await StepAsync(services, row, cancellationToken);
        var ends = services.GetRequiredService<JobOutcomes>();
        switch (outcome)
        {
            case null:
                await ends.EndAsync(job.Id, JobEnd.Cancelled);
                break;
            case { IsDone: true }:
                await ends.EndAsync(job.Id, JobEnd.Completed(outcome.Result));
                break;
            default:
                await ends.ContinueAsync(job.Id, outcome.Delay);
                break;
        }
    }

    private async Task<StepOutcome> StepAsync(IServiceProvider services, Job row, CancellationToken cancellationToken)
    {
        var handler = services.GetRequiredKeyedService<IJobHandler>(row.Kind);
        try
        {
            return await handler.StepAsync(new JobStep(row, progress.For(row)), cancellationToken);
        }
        finally
        {
            progress.Clear(row); // before the outcome is told: nobody hears of progress after the end
        }
    }

    // A scope of its own: what failed may have left the handler's context in any state. It touches no object, so the
    // prefix of the owner's objects is not asked for.
    private async Task WriteAsync(Job job, Func<JobOutcomes, Task> write)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(job.OwnerId, StorePrefix: ""));
        await write(scope.ServiceProvider.GetRequiredService<JobOutcomes>());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId} ({Kind}) failed: {Code}")]
    private partial void LogFailed(string kind, Guid jobId, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "A step of job {JobId} ({Kind}) ended in an unforeseen error")]
    private partial void LogUnforeseen(string kind, Guid jobId, Exception error);
}
