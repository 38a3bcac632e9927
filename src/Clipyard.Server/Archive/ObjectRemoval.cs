using Clipyard.Failures;
using Clipyard.Server.Archive.Provenance;
using Clipyard.Server.Data;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Archive;

/// <summary>Deletes objects whose rows are gone. Called with the post's gate held.</summary>
internal sealed partial class ObjectRemoval(ClipyardDb db, IMediaStore store, ILogger<ObjectRemoval> logger)
{
    /// <summary>Deletes an erased clip's files and its <c>.info.json</c>, unless the post was kept again meanwhile.</summary>
    /// <returns>How many are left.</returns>
    public async Task<int> RemoveAsync(Clip clip, CancellationToken cancellationToken)
    {
        var keys = clip.Files.Select(f => f.Object).ToList();
        if (
            InfoObject.KeyOf(clip) is { } info
            && !await db.Clips.AnyAsync(c => c.VideoId == clip.VideoId, cancellationToken)
        )
        {
            keys.Add(info);
        }

        return await RemoveAsync(keys, cancellationToken);
    }

    /// <summary>Deletes those that no row names (any more). What cannot be deleted now is left to the sweep.</summary>
    /// <returns>How many are left.</returns>
    public async Task<int> RemoveAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var left = 0;
        foreach (var key in keys)
        {
            if (await db.ClipFiles.AnyAsync(f => f.Object == key, cancellationToken))
            {
                continue;
            }

            try
            {
                await store.DeleteAsync(key, cancellationToken);
            }
            catch (ClipyardException error)
            {
                left++;
                LogLeft(key, error.Code);
            }
        }

        return left;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The object {Key} could not be deleted ({Code})")]
    private partial void LogLeft(string key, string code);
}
