using Clipyard.Server.Data;
using Clipyard.Server.Uploads;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Publishing.Requests.Uploading;

/// <summary>Files that came with a request which came to nothing after all.</summary>
internal sealed partial class RefusedFiles(ClipyardDb db, IUploads uploads, ILogger<RefusedFiles> logger)
{
    /// <summary>
    /// Takes the file away, so that it does not count against its owner until it lapses. Never fails: the request has its
    /// failure already, and that is what its caller must hear.
    /// </summary>
    public async Task ForgetAsync(Guid uploadId)
    {
        try
        {
            db.ChangeTracker.Clear(); // the post that it was for
            if (await uploads.FindAsync(uploadId, CancellationToken.None) is null)
            {
                return; // the post was saved all the same and has it, or it is gone
            }

            await uploads.TakeAsync(db, uploadId, CancellationToken.None);
            await db.SaveChangesAsync(CancellationToken.None);
            await uploads.RemoveAsync(uploadId, CancellationToken.None);
        }
        catch (Exception error)
        {
            LogLeft(uploadId, error);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Upload {UploadId} came with a request that failed and could not be forgotten; it lapses by itself"
    )]
    private partial void LogLeft(Guid uploadId, Exception error);
}
