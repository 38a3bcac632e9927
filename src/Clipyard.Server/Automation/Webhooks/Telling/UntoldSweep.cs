using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Automation.Webhooks.Telling;

/// <summary>Wakes the lane that hands events out when there are any: after a crash, or when a word was lost.</summary>
internal sealed class UntoldSweep(ClipyardDb db, FanOutSignal signal, ILaneWaker waker, TimeProvider time) : ISweep
{
    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        signal.Begin();
        var isUntold = await db
            .Events.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AnyAsync(logged => logged.UntoldSince != null, cancellationToken);
        if (isUntold)
        {
            await waker.WakeAsync(FanOutLane.Name, time.GetUtcNow(), cancellationToken);
        }
    }
}
