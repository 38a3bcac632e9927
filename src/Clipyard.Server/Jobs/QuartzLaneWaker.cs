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

    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var reset = await scheduler.ResetTriggersFromErrorState(
            GroupMatcher<TriggerKey>.GroupEquals(LaneJob.Group),
            cancellationToken
        );
        foreach (var trigger in reset)
        {
            LogReset(trigger.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lane {Lane} could not be woken; it will be swept up")]
    private partial void LogLost(string lane, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lane {Lane} goes on after the engine had given it up")]
    private partial void LogReset(string lane);
}
