using Clipyard.Failures;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Uploads;

/// <inheritdoc cref="IUploads"/>
internal sealed class ReceivedUploads(
    ClipyardDb db,
    UploadRows rows,
    UploadFiles files,
    UploadWriter writer,
    TimeProvider time
) : IUploads
{
    public async Task<CompletedUpload> ReceiveAsync(Stream body, string? fileName, CancellationToken cancellationToken)
    {
        var upload = await rows.BeginAsync(fileName, cancellationToken);
        await writer.ReceiveAsync(upload, body, await BoundAsync(cancellationToken), cancellationToken);
        return Describe(upload);
    }

    public async Task<CompletedUpload?> FindAsync(Guid uploadId, CancellationToken cancellationToken)
    {
        var upload = await db.Set<Upload>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == uploadId, cancellationToken);
        return upload is null || IsOver(upload) ? null : Describe(upload);
    }

    public Task<Stream> OpenReadAsync(Guid uploadId, CancellationToken cancellationToken) =>
        files.OpenToRead(uploadId) is { } file ? Task.FromResult<Stream>(file) : Task.FromException<Stream>(Lost());

    public async Task TakeAsync(ClipyardDb db, Guid uploadId, CancellationToken cancellationToken)
    {
        var upload = await db.Set<Upload>().SingleOrDefaultAsync(row => row.Id == uploadId, cancellationToken);
        if (upload is null || IsOver(upload))
        {
            throw new ClipyardException(FailureCatalogue.NotFound, "There is no such upload, or a post has it.");
        }

        _ = Describe(upload);
        upload.TakenAt = time.GetUtcNow();
    }

    public async Task<bool> MoveAsync(Guid uploadId, string path, CancellationToken cancellationToken)
    {
        var isTaken = await db.Set<Upload>()
            .AnyAsync(row => row.Id == uploadId && row.TakenAt != null, cancellationToken);
        return isTaken && files.Move(uploadId, path);
    }

    public async Task RemoveAsync(Guid uploadId, CancellationToken cancellationToken)
    {
        var removed = await db.Set<Upload>()
            .Where(row => row.Id == uploadId && row.TakenAt != null)
            .ExecuteDeleteAsync(cancellationToken);
        if (removed > 0)
        {
            files.Delete(uploadId);
        }
    }

    private static CompletedUpload Describe(Upload upload) =>
        upload is { Sha256: { } sha256, ContentType: { } contentType }
            ? new CompletedUpload(upload.Id, upload.Offset, sha256, contentType, upload.FileName)
            : throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"The upload is not complete: it has {upload.Offset} of {upload.Length} bytes."
            );

    private static ClipyardException Lost() =>
        new(FailureCatalogue.NotFound, "There is no such upload, or its bytes are no longer on disk.");

    private bool IsOver(Upload upload) => upload.TakenAt is not null || upload.ExpiresAt <= time.GetUtcNow();

    private async Task<UploadBound> BoundAsync(CancellationToken cancellationToken)
    {
        var left = await rows.LeftAsync(cancellationToken);
        return left < rows.MaxBytes
            ? new UploadBound(left, UploadRows.QuotaExceeded($"{left} bytes are left of the allowance."))
            : new UploadBound(rows.MaxBytes, rows.TooLarge());
    }
}
