using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>Wakes every lane that has a message due: what was interrupted, what was lost.</summary>
internal sealed class DeliverySweep(
    ClipyardDb db,
    ILaneWaker waker,
    LaneSlots slots,
    IPublishingPause pause,
    TimeProvider time
) : ISweep
{
    private const int LanesAtOnce = 5_000;

    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isHeld = await pause.HoldsMessagesAsync(cancellationToken);
        var lanes = await db
            .WebhookDeliveries.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Sendable(isHeld)
            .Where(row => row.NextAttemptAt != null && row.NextAttemptAt <= now)
            .GroupBy(row => row.Lane)
            .OrderBy(lane => lane.Min(row => row.NextAttemptAt))
            .Select(lane => lane.Key)
            .Take(LanesAtOnce)
            .ToListAsync(cancellationToken);
        foreach (var lane in lanes.Where(lane => !slots.IsWaiting(lane)))
        {
            await waker.WakeAsync(lane, now, cancellationToken);
        }
    }
}
