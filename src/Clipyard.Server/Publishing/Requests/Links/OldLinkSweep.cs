using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Links;

/// <summary>Forgets links that ended long ago. Until then they say why they work no more.</summary>
internal sealed class OldLinkSweep(ClipyardDb db, TimeProvider time) : ISweep
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() - KeptFor;
        await db.Set<ApprovalLink>()
            .IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(link => link.ExpiresAt <= end)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
