using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Publishing.Preparing.Staging;

/// <summary>The rows of a post's staged files, and the objects that they no longer name.</summary>
internal sealed partial class FileRows(ClipyardDb db, IMediaStore store, ILogger<FileRows> logger)
{
    /// <summary>The rows that an earlier run saved, tracked; none as a rule.</summary>
    public Task<List<PostFile>> FindAsync(Post post, CancellationToken cancellationToken) =>
        db.PostFiles.Where(file => file.PostId == post.Id).ToListAsync(cancellationToken);

    /// <summary>Makes these the post's files, in the context: true when it is saved.</summary>
    public void Put(Post post, List<PostFile> earlier, IReadOnlyList<PostFile> files)
    {
        foreach (var file in files)
        {
            if (earlier.Find(row => row.Position == file.Position) is { } row)
            {
                db.Entry(row).CurrentValues.SetValues(file);
            }
            else
            {
                db.PostFiles.Add(file);
            }
        }

        db.PostFiles.RemoveRange(earlier.Where(row => files.All(file => file.Position != row.Position)));
        post.FilesRemovedAt = null;
    }

    /// <summary>After the save: deletes what earlier runs of the post left behind.</summary>
    public async Task RemoveOthersAsync(Post post, IReadOnlyList<PostFile> files, CancellationToken cancellationToken)
    {
        var folder = StagedKeys.Folder(db.Scope.Owner.StorePrefix, post.Id);
        try
        {
            await foreach (var stat in store.ListAsync(folder, cancellationToken))
            {
                if (files.All(file => file.Object != stat.Key))
                {
                    await store.DeleteAsync(stat.Key, cancellationToken);
                }
            }
        }
        catch (ClipyardException error)
        {
            LogLeft(folder, error.Code); // the sweep takes them
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Earlier objects below {Folder} could not be deleted ({Code})")]
    private partial void LogLeft(string folder, string code);
}
