using Clipyard.Server.Data;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Looks for objects that no row knows.</summary>
internal sealed class OrphanCheck(ClipyardDb db, IMediaStore store)
{
    private const int BatchSize = 500;

    /// <summary>Younger objects may be on their way: an object is put before its row.</summary>
    private static readonly TimeSpan YoungestAge = TimeSpan.FromMinutes(10);

    /// <returns>Whether all are done; false: the budget ended first.</returns>
    public async Task<bool> RunAsync(VerifyRun run, VerifyBudget budget, CancellationToken cancellationToken)
    {
        List<string> batch = [];
        await foreach (var stat in store.ListAsync(db.Scope.Owner.StorePrefix, run.AfterKey, cancellationToken))
        {
            run.AfterKey = stat.Key;
            if (IsOurs(stat.Key) && stat.ModifiedAt < run.StartedAt - YoungestAge)
            {
                batch.Add(stat.Key);
            }

            if (batch.Count == BatchSize)
            {
                await ReportAsync(run, batch, cancellationToken);
                batch.Clear();
            }

            if (budget.IsSpent)
            {
                await ReportAsync(run, batch, cancellationToken);
                return false;
            }
        }

        await ReportAsync(run, batch, cancellationToken);
        return true;
    }

    // The first owner's prefix is empty: the others' objects lie below it. Staged files are no part of the archive.
    private bool IsOurs(string key)
    {
        var prefix = db.Scope.Owner.StorePrefix;
        return !key.StartsWith(prefix + ObjectKey.StagedFolder, StringComparison.Ordinal)
            && (prefix.Length > 0 || !key.StartsWith(ObjectKey.OwnersPrefix, StringComparison.Ordinal));
    }

    private async Task ReportAsync(VerifyRun run, List<string> keys, CancellationToken cancellationToken)
    {
        var known = await db
            .ClipFiles.Where(file => keys.Contains(file.Object))
            .Select(file => file.Object)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        known.UnionWith(await InfosAsync(keys, cancellationToken));
        foreach (var key in keys.Where(key => !known.Contains(key)))
        {
            run.Report.Note(
                new VerifyFinding
                {
                    Kind = VerifyFindingKind.Orphaned,
                    ObjectName = key,
                    Message = "No row knows this object: it may be deleted.",
                }
            );
        }
    }

    private async Task<IEnumerable<string>> InfosAsync(List<string> keys, CancellationToken cancellationToken)
    {
        var ids = keys.Where(key => key.EndsWith(InfoObject.Suffix, StringComparison.Ordinal))
            .Select(key => ObjectKey.NameOf(key)[..^InfoObject.Suffix.Length])
            .ToList();
        var clips = await db
            .Clips.Where(clip => ids.Contains(clip.VideoId))
            .Select(clip => new
            {
                clip.VideoId,
                First = clip.Files.OrderBy(file => file.Position).Select(file => file.Object).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return clips.Select(clip => InfoObject.KeyOf(clip.VideoId, clip.First)).OfType<string>();
    }
}
