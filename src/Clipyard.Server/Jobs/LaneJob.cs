using Quartz;

namespace Clipyard.Server.Jobs;

/// <summary>The engine's door to every lane. The trigger's name is the lane; it decides nothing itself.</summary>
internal sealed class LaneJob(LaneRunners runners, LaneSlots slots, ILaneWaker waker, TimeProvider time) : IJob
{
    public const string Group = "lanes";

    public static readonly JobKey Key = new("lane", Group);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var lane = context.Trigger.Key.Name;
        if (!slots.TryTake(lane))
        {
            return; // remembered: whoever gives a slot back wakes it
        }

        try
        {
            if (await runners.StepAsync(lane, cancellationToken) is { } due)
            {
                await waker.WakeAsync(lane, due, CancellationToken.None);
            }
        }
        finally
        {
            if (slots.GiveBack(lane) is { } waiting)
            {
                await waker.WakeAsync(waiting, time.GetUtcNow(), CancellationToken.None);
            }
        }
    }
}
