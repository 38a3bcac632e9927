using Clipyard.Server.Archive.Fetching;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive;

/// <summary>Deletes what an erasure could not delete itself: its process died, or the store did not answer.</summary>
internal sealed class DoomedObjectSweep(ClipyardDb db, ObjectRemoval removal, PostGate gate) : ISweep
{
    private const int PageSize = 200;

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        for (long? after = 0; after is { } last; )
        {
            after = await SweepPageAsync(last, cancellationToken);
        }
    }

    /// <returns>Where the next page begins; null when there is none.</returns>
    private async Task<long?> SweepPageAsync(long after, CancellationToken cancellationToken)
    {
        var page = await db.Set<DoomedObject>()
            .IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AsNoTracking()
            .Where(d => d.Id > after)
            .OrderBy(d => d.Id)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        foreach (var post in page.GroupBy(d => (d.OwnerId, d.VideoId)))
        {
            using var turn = await gate.EnterAsync(post.Key.OwnerId, post.Key.VideoId, cancellationToken);
            await removal.RemoveAsync([.. post], cancellationToken);
        }

        return page.Count == PageSize ? page[^1].Id : null;
    }
}
