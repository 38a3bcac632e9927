using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Events;

/// <summary>
/// Forgets events after a week: nobody is away so long and wants to go on where they were. What the follower has not
/// heard yet stays.
/// </summary>
internal sealed class OldEventSweep(ClipyardDb db, IOptions<JobOptions> options, TimeProvider time) : ISweep
{
    private const int AtOnce = 5_000;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - options.Value.KeepEvents;
        var events = db
            .Events.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .AsNoTracking()
            .Where(logged => logged.UntoldSince == null);

        // In parts, so that no writer waits long. Numbers grow with time, so the last of a part bounds it.
        while (
            await events
                .Where(logged => logged.At <= oldest)
                .OrderBy(logged => logged.Id)
                .Select(logged => logged.Id)
                .Take(AtOnce)
                .OrderByDescending(id => id)
                .FirstOrDefaultAsync(cancellationToken)
                is > 0
                    and var last
        )
        {
            await events
                .Where(logged => logged.Id <= last && logged.At <= oldest)
                .ExecuteDeleteAsync(cancellationToken);
        }
    }
}
