using Clipyard.Failures;
using Clipyard.Server.Archive.Provenance;
using Clipyard.Server.Data;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Archive;

/// <summary>Deletes the objects of erased rows.</summary>
internal sealed partial class ObjectRemoval(
    ClipyardDb db,
    IMediaStore store,
    TimeProvider time,
    ILogger<ObjectRemoval> logger
)
{
    /// <summary>Notes down, in the context, what goes with an erased clip: its files and its <c>.info.json</c>.</summary>
    public IReadOnlyList<DoomedObject> Doom(Clip clip)
    {
        IEnumerable<string> keys = clip.Files.Select(f => f.Object);
        return Doom(clip.OwnerId, clip.VideoId, InfoObject.KeyOf(clip) is { } info ? keys.Append(info) : keys);
    }

    /// <summary>Notes down objects of a post, in the context: they go when, and only if, its transaction commits.</summary>
    public IReadOnlyList<DoomedObject> Doom(Guid ownerId, string videoId, IEnumerable<string> keys)
    {
        var now = time.GetUtcNow();
        var doomed = keys.Select(key => new DoomedObject
            {
                OwnerId = ownerId,
                VideoId = videoId,
                Object = key,
                DoomedAt = now,
            })
            .ToList();
        db.AddRange(doomed);
        return doomed;
    }

    /// <summary>After the commit, with the post's gate held: deletes them, unless a row names them again.</summary>
    /// <returns>How many are left to the sweep, because the store could not delete them now.</returns>
    public async Task<int> RemoveAsync(IReadOnlyList<DoomedObject> doomed, CancellationToken cancellationToken)
    {
        var done = new List<long>();
        foreach (var item in doomed)
        {
            if (await IsInUseAsync(item, cancellationToken) || await TryDeleteAsync(item.Object, cancellationToken))
            {
                done.Add(item.Id);
            }
        }

        await db.Set<DoomedObject>()
            .IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .Where(d => done.Contains(d.Id))
            .ExecuteDeleteAsync(cancellationToken);
        return doomed.Count - done.Count;
    }

    /// <summary>Deletes an object that never got a row.</summary>
    /// <returns>False when the store could not.</returns>
    public async Task<bool> TryDeleteAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            await store.DeleteAsync(key, cancellationToken);
            return true;
        }
        catch (ClipyardException error)
        {
            LogLeft(key, error.Code);
            return false;
        }
    }

    /// <summary>Whether the post was kept again meanwhile, under the same names.</summary>
    private Task<bool> IsInUseAsync(DoomedObject item, CancellationToken cancellationToken)
    {
        var clips = db.Clips.IgnoreQueryFilters(QueryFilters.OwnerOnly);
        return item.Object.EndsWith(InfoObject.Suffix, StringComparison.Ordinal)
            ? clips.AnyAsync(c => c.OwnerId == item.OwnerId && c.VideoId == item.VideoId, cancellationToken)
            : clips.AnyAsync(c => c.Files.Any(f => f.Object == item.Object), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The object {Key} could not be deleted ({Code})")]
    private partial void LogLeft(string key, string code);
}
