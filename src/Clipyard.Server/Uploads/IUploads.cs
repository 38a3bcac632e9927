using Clipyard.Server.Data;

namespace Clipyard.Server.Uploads;

/// <summary>Files that the owner has sent here, to be posted.</summary>
internal interface IUploads
{
    /// <summary>Takes a file in one pass, within the limits of size, kind and number.</summary>
    /// <param name="body">Its bytes. Read to the end.</param>
    /// <param name="fileName">What the sender calls it; null when nobody said.</param>
    /// <param name="cancellationToken">Stops it; nothing is kept then.</param>
    /// <exception cref="Failures.ClipyardException">
    /// <c>unsupported_media</c>, <c>video_too_large</c>, <c>quota_exceeded</c>, <c>storage_full</c>.
    /// </exception>
    Task<CompletedUpload> ReceiveAsync(Stream body, string? fileName, CancellationToken cancellationToken);

    /// <summary>The owner's complete upload of this id; null when there is none, or it is taken.</summary>
    /// <exception cref="Failures.ClipyardException"><c>conflict</c>: it is not complete yet.</exception>
    Task<CompletedUpload?> FindAsync(Guid uploadId, CancellationToken cancellationToken);

    /// <summary>Opens its bytes, before it is taken or after.</summary>
    /// <exception cref="Failures.ClipyardException"><c>not_found</c>.</exception>
    Task<Stream> OpenReadAsync(Guid uploadId, CancellationToken cancellationToken);

    /// <summary>
    /// Marks it taken by a post, to be saved with it: nobody else can take it, and its bytes stay until
    /// <see cref="RemoveAsync"/>.
    /// </summary>
    /// <remarks>
    /// Of two that take it at once, the second one's save fails with
    /// <see cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException"/>.
    /// </remarks>
    /// <exception cref="Failures.ClipyardException">
    /// <c>not_found</c>: there is none, or it is taken; <c>conflict</c>: it is not complete yet.
    /// </exception>
    Task TakeAsync(ClipyardDb db, Guid uploadId, CancellationToken cancellationToken);

    /// <summary>
    /// Gives a taken upload's bytes another name: on the same disk no byte is copied. Safe to do again after a crash.
    /// </summary>
    /// <returns>Whether they are there now; false: the upload is not taken, or its bytes are nowhere.</returns>
    Task<bool> MoveAsync(Guid uploadId, string path, CancellationToken cancellationToken);

    /// <summary>Forgets a taken upload whose bytes are staged. Idempotent.</summary>
    Task RemoveAsync(Guid uploadId, CancellationToken cancellationToken);
}
