using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Preparing.Staging;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Publishing.Preparing.Ending;

/// <summary>Counts what lies staged, and deletes what no post knows (any more) after a day.</summary>
internal sealed partial class StagedObjectSweep(
    ClipyardDb db,
    IMediaStore store,
    StagedFileMetrics metrics,
    TimeProvider time,
    ILogger<StagedObjectSweep> logger
) : ISweep
{
    private const int BatchSize = 200;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var prefixes = await db.Users.Select(person => person.StorePrefix).ToListAsync(cancellationToken);
        var (files, bytes) = (0L, 0L);
        foreach (var prefix in prefixes)
        {
            var kept = await SweepAsync(prefix, cancellationToken);
            files += kept.Files;
            bytes += kept.Bytes;
        }

        metrics.Set(files, bytes);
    }

    /// <returns>What stays.</returns>
    private async Task<(long Files, long Bytes)> SweepAsync(string prefix, CancellationToken cancellationToken)
    {
        var youngest = time.GetUtcNow() - TemporaryFiles.LongestLife;
        var (files, bytes) = (0L, 0L);
        List<MediaStat> old = [];
        await foreach (var stat in store.ListAsync(StagedKeys.Folder(prefix), cancellationToken))
        {
            files++;
            bytes += stat.SizeBytes;
            if (stat.ModifiedAt < youngest)
            {
                old.Add(stat);
            }
        }

        foreach (var batch in old.Chunk(BatchSize))
        {
            foreach (var orphan in await OrphansAsync(prefix, batch, cancellationToken))
            {
                if (await TryDeleteAsync(orphan.Key, cancellationToken))
                {
                    files--;
                    bytes -= orphan.SizeBytes;
                }
            }
        }

        return (files, bytes);
    }

    private async Task<IEnumerable<MediaStat>> OrphansAsync(
        string prefix,
        MediaStat[] objects,
        CancellationToken cancellationToken
    )
    {
        var posts = objects.Select(stat => StagedKeys.PostOf(prefix, stat.Key)).OfType<Guid>().Distinct().ToList();
        var known = await db
            .PostFiles.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(file => posts.Contains(file.PostId))
            .Where(file => db.Posts.Any(post => post.Id == file.PostId && post.FilesRemovedAt == null))
            .Select(file => file.Object)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        return objects.Where(stat => !known.Contains(stat.Key));
    }

    private async Task<bool> TryDeleteAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            await store.DeleteAsync(key, cancellationToken);
            LogDeleted(key);
            return true;
        }
        catch (ClipyardException error)
        {
            LogLeft(key, error.Code);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The staged object {Key} had no post and was deleted")]
    private partial void LogDeleted(string key);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The staged object {Key} could not be deleted ({Code})")]
    private partial void LogLeft(string key, string code);
}
