using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>Forgets imports, a day after the idempotency keys that lead to them. The posts stay.</summary>
internal sealed class PostImportSweep(ClipyardDb db, TimeProvider time) : ISweep
{
    /// <summary>How long an import is known.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(8);

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task SweepAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - KeptFor;
        return db
            .PostImports.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(import => import.CreatedAt <= oldest)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
