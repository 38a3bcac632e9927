using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Posts;

/// <summary>Wakes every lane of posts that has something due: what was interrupted, what was lost.</summary>
internal sealed class PostLaneSweep(ClipyardDb db, ILaneWaker waker, LaneSlots slots, TimeProvider time) : ISweep
{
    private const int LanesAtOnce = 5_000;

    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var lanes = await db
            .Posts.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(post => post.Lane != null && post.DueAt <= now)
            .Select(post => post.Lane!)
            .Distinct()
            .Take(LanesAtOnce)
            .ToListAsync(cancellationToken);
        foreach (var lane in lanes.Where(lane => !slots.IsWaiting(lane)))
        {
            await waker.WakeAsync(lane, now, cancellationToken);
        }
    }
}
