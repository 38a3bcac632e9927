using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Api.Idempotency;

/// <summary>Forgets idempotency keys after seven days.</summary>
internal sealed class IdempotencySweep(ClipyardDb db, TimeProvider time) : ISweep
{
    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task SweepAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - IdempotencyRows.KeptFor;
        return db
            .IdempotencyRecords.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(record => record.CreatedAt <= oldest)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
