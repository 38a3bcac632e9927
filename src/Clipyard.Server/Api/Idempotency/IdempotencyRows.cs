using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Api.Idempotency;

/// <summary>The owner's keys that were used already.</summary>
internal sealed class IdempotencyRows(ClipyardDb db, TimeProvider time)
{
    /// <summary>How long a key is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>What an earlier request with this key left; null when this is the first.</summary>
    public async Task<IdempotencyRecord?> FindAsync(RequestFingerprint request, CancellationToken cancellationToken)
    {
        var found = await db
            .IdempotencyRecords.AsNoTracking()
            .SingleOrDefaultAsync(
                record => record.Route == request.Route && record.Key == request.Key,
                cancellationToken
            );
        if (found is null)
        {
            return null;
        }

        if (found.CreatedAt + KeptFor <= time.GetUtcNow())
        {
            await db
                .IdempotencyRecords.Where(record => record.Route == request.Route && record.Key == request.Key)
                .ExecuteDeleteAsync(cancellationToken);
            return null;
        }

        return found;
    }
}
