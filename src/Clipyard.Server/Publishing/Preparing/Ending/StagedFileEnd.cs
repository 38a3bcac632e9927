using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Storage;
using Clipyard.Server.Uploads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Publishing.Preparing.Ending;

/// <summary>Ends what is kept for one post, in its owner's scope: the staged files, and an upload that never became one.</summary>
internal sealed partial class StagedFileEnd(
    ClipyardDb db,
    IMediaStore store,
    IUploads uploads,
    PostLog log,
    StagedFileMetrics metrics,
    TimeProvider time,
    ILogger<StagedFileEnd> logger
)
{
    /// <summary>Says that the files are gone, then deletes them; whatever is left by a crash in between has no post.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed the post just now; nothing was deleted.</exception>
    public async Task RunAsync(Guid postId, CancellationToken cancellationToken)
    {
        var post = await db.Posts.SingleOrDefaultAsync(row => row.Id == postId, cancellationToken);
        if (post is null || post.FilesRemovedAt is not null || !PostStates.IsDelivered(post.State))
        {
            return; // somebody tries it again, or was here before
        }

        var files = await db
            .PostFiles.AsNoTracking()
            .Where(file => file.PostId == postId)
            .ToListAsync(cancellationToken);
        post.FilesRemovedAt = time.GetUtcNow();
        if (files.Count > 0)
        {
            log.Note(post, PostEventTypes.FilesRemoved, "Its staged files are not needed any more and were deleted.");
        }
        else
        {
            post.Revision++; // no line of the log, but a retry at this moment must not be saved over
        }

        await db.SaveChangesAsync(cancellationToken);
        await DeleteAsync(post, files, cancellationToken);
    }

    private async Task DeleteAsync(Post post, List<PostFile> files, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var file in files)
            {
                await store.DeleteAsync(file.Object, cancellationToken);
                metrics.Add(-1, -file.Bytes);
            }

            if (post.Source.UploadId is { } upload)
            {
                await uploads.RemoveAsync(upload, cancellationToken);
            }
        }
        catch (ClipyardException error)
        {
            LogLeft(post.Id, error.Code);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Files of post {PostId} could not be deleted yet ({Code})")]
    private partial void LogLeft(Guid postId, string code);
}
