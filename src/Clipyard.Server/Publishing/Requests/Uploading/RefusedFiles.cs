using Clipyard.Server.Data;
using Clipyard.Server.Uploads;

namespace Clipyard.Server.Publishing.Requests.Uploading;

/// <summary>Files that came with a request which was refused after all.</summary>
internal sealed class RefusedFiles(ClipyardDb db, IUploads uploads)
{
    /// <summary>Takes the file away, so that it does not count against its owner until it lapses.</summary>
    public async Task ForgetAsync(Guid uploadId)
    {
        db.ChangeTracker.Clear(); // the post that it was for
        await uploads.TakeAsync(db, uploadId, CancellationToken.None);
        await db.SaveChangesAsync(CancellationToken.None);
        await uploads.RemoveAsync(uploadId, CancellationToken.None);
    }
}
