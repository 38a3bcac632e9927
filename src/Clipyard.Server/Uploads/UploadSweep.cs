using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Uploads;

/// <summary>Deletes the bytes of what nobody took in time, and later the rows.</summary>
internal sealed partial class UploadSweep(
    ClipyardDb db,
    UploadFiles files,
    UploadTurns turns,
    TimeProvider time,
    ILogger<UploadSweep> logger
) : ISweep
{
    // Until then an upload that has expired is answered with 410 rather than 404, and a post that was accepted before
    // a long stop still finds its bytes.
    private static readonly TimeSpan RowsStayFor = TimeSpan.FromDays(7);

    // A post may be taking it at this very moment.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        // Listed before the rows are read: a row comes before its file.
        var found = files.All();
        var wanted = await WantedAsync(cancellationToken);
        var unwanted = found.Where(id => !wanted.Contains(id) && !turns.IsWriting(id)).ToList();
        unwanted.ForEach(files.Delete);
        unwanted.ForEach(turns.Forget);
        if (unwanted.Count > 0)
        {
            LogSwept(unwanted.Count);
        }

        var oldest = time.GetUtcNow() - RowsStayFor;
        await db.Set<Upload>()
            .IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(row => row.ExpiresAt <= oldest && (row.TakenAt == null || row.TakenAt <= oldest))
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<HashSet<Guid>> WantedAsync(CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - Grace;
        var ids = db.Set<Upload>()
            .IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(row => row.ExpiresAt > oldest || row.TakenAt != null)
            .Select(row => row.Id);
        return await ids.ToHashSetAsync(cancellationToken);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Deleted the bytes of {Count} uploads that nobody took in time"
    )]
    private partial void LogSwept(int count);
}
