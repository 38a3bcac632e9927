using Microsoft.Extensions.Logging;
using Quartz;

namespace Clipyard.Server.Jobs;

/// <summary>One trigger per lane, the earliest due row's. An extra one is harmless, a lost one is swept up.</summary>
internal sealed partial class QuartzLaneWaker(ISchedulerFactory schedulers, ILogger<QuartzLaneWaker> logger)
    : ILaneWaker
{
    public async Task WakeAsync(string lane, DateTimeOffset due, CancellationToken cancellationToken)
    {
        var trigger = TriggerBuilder
            .Create()
            .ForJob(LaneJob.Key)
            .WithIdentity(lane, LaneJob.Group)
            .WithExecutionGroup(lane)
            .WithSimpleSchedule(s => s.WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires))
            .StartAt(due)
            .Build();
        try
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            await scheduler.ScheduleTrigger(trigger, TriggerConflict.KeepEarlier, cancellationToken);
        }
        catch (SchedulerException error)
        {
            LogLost(lane, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lane {Lane} could not be woken; it will be swept up")]
    private partial void LogLost(string lane, Exception error);
}
