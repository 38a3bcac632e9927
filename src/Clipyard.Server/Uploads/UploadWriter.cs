using System.Buffers;
using Clipyard.Failures;
using Clipyard.Server.Data;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Uploads;

/// <summary>Takes a request's body into an upload.</summary>
internal sealed class UploadWriter(
    UploadRows rows,
    UploadFiles files,
    UploadTurns turns,
    IOwnerScope scope,
    TimeProvider time
)
{
    private const int BufferBytes = 256 * 1024;

    /// <summary>Appends a body to an upload of known length. What arrives stays, whatever happens to the sender.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="offset">Where the body begins.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="cancellationToken">The sender is gone.</param>
    /// <returns>The upload as it is then.</returns>
    /// <exception cref="ClipyardException">
    /// <c>conflict</c>: another offset is wanted, or another request writes. <c>unsupported_media</c>: it cannot be a
    /// video; <c>invalid_parameter</c>: more came than was announced; either ends the upload. <c>not_found</c>,
    /// <c>quota_exceeded</c>, <c>storage_full</c>.
    /// </exception>
    public async Task<Upload> AppendAsync(Guid id, long offset, Stream body, CancellationToken cancellationToken)
    {
        using var turn = turns.Enter(scope.Owner.Id, id);
        var upload = await rows.GetAsync(id, cancellationToken); // as it is now that nobody else writes
        if (offset != upload.Offset)
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"The upload has {upload.Offset} bytes; the request begins at {offset}."
            )
            {
                Remedies = ["Ask for the offset with HEAD and go on from there."],
            };
        }

        if (upload.IsComplete)
        {
            return upload;
        }

        var excess = new ClipyardException(
            FailureCatalogue.InvalidParameter,
            $"The body goes beyond the {upload.Length} bytes that Upload-Length announced."
        );
        await AppendAsync(upload, turn, body, new UploadBound(upload.Length ?? 0, excess), cancellationToken);
        return upload;
    }

    /// <summary>Takes a whole file in one pass. Nothing is kept unless all of it comes.</summary>
    public async Task ReceiveAsync(Upload upload, Stream body, UploadBound bound, CancellationToken cancellationToken)
    {
        try
        {
            using var turn = turns.Enter(upload.OwnerId, upload.Id);
            await AppendAsync(upload, turn, body, bound, cancellationToken);
        }
        catch
        {
            await rows.EndAsync(upload.Id);
            throw;
        }
    }

    private async Task AppendAsync(
        Upload upload,
        UploadTurn turn,
        Stream body,
        UploadBound bound,
        CancellationToken cancellationToken
    )
    {
        await using var file = await OpenAsync(upload);
        var hash = turn.TakeHash(upload.Offset) ?? await UploadHash.ReadAsync(file, cancellationToken);
        var writing = new UploadWriting(upload, file, hash, rows, files.Space, time);
        var isWanted = false;
        try
        {
            await CopyAsync(writing, body, bound, cancellationToken);
            var isWhole = upload.Length is null || hash.Position == upload.Length;
            await (isWhole ? writing.CompleteAsync() : writing.SettleAsync());
            isWanted = !isWhole;
        }
        catch (ClipyardException error)
            when (error == bound.Excess || error.Failure == FailureCatalogue.UnsupportedMedia)
        {
            await rows.EndAsync(upload.Id);
            throw;
        }
        catch (Exception error) when (error is not UploadGoneException && upload.Length is not null)
        {
            // The sender went away, as senders do, or the disk is full: from what came one can go on.
            await writing.SettleAsync();
            isWanted = true;
            throw;
        }
        finally
        {
            turn.Leave(hash, isWanted);
        }
    }

    private static async Task CopyAsync(
        UploadWriting writing,
        Stream body,
        UploadBound bound,
        CancellationToken cancellationToken
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (await body.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                await writing.TakeAsync(buffer.AsMemory(0, read), bound);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task<FileStream> OpenAsync(Upload upload)
    {
        try
        {
            if (files.OpenToAppend(upload.Id, upload.Offset) is { } file)
            {
                return file;
            }
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Name(error);
        }

        await rows.EndAsync(upload.Id);
        throw new UploadGoneException("The upload's bytes are no longer on disk.");
    }
}
