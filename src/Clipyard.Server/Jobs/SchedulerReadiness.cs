using Clipyard.Server.Api;
using Quartz;

namespace Clipyard.Server.Jobs;

/// <summary>Whether the job engine runs and its database answers.</summary>
internal sealed class SchedulerReadiness(ISchedulerFactory schedulers) : IReadinessCheck
{
    public string Name => "scheduler";

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            var knowsLanes = await scheduler.Exists(LaneJob.Key, cancellationToken);
            return scheduler.Status != SchedulerStatus.Running ? $"The job engine is {scheduler.Status}."
                : knowsLanes ? null
                : "The job engine's database lacks the job that serves the lanes; restart the server.";
        }
        catch (SchedulerException error)
        {
            return $"The job engine's database cannot be read: {error.Message}";
        }
    }
}
