using Clipyard.Failures;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Uploads;

/// <summary>One request's bytes on their way to disk. Every so often they are made durable and written down.</summary>
internal sealed class UploadWriting(
    Upload upload,
    FileStream file,
    UploadHash hash,
    UploadRows rows,
    KeptSpace space,
    TimeProvider time
)
{
    private const long SettleEveryBytes = 32L << 20;
    private static readonly TimeSpan SettleEvery = TimeSpan.FromSeconds(10);

    private long _settled = upload.Offset;
    private long _settledAt = time.GetTimestamp();
    private long _sinceLook;

    /// <summary>Takes bytes that follow.</summary>
    /// <exception cref="ClipyardException">
    /// The bound's excess; <c>unsupported_media</c>; <c>storage_full</c>, <c>storage_unavailable</c>.
    /// </exception>
    public async Task TakeAsync(ReadOnlyMemory<byte> bytes, UploadBound bound)
    {
        if (hash.Position + bytes.Length > bound.Bytes)
        {
            throw bound.Excess;
        }

        await WriteAsync(bytes);
        hash.Append(bytes.Span);
        if (hash.Position >= VideoStart.Bytes)
        {
            CheckStart();
        }

        if (hash.Position - _settled >= SettleEveryBytes || time.GetElapsedTime(_settledAt) >= SettleEvery)
        {
            await SettleAsync();
        }
    }

    /// <summary>Makes what has arrived durable, then says so.</summary>
    public async Task SettleAsync()
    {
        if (hash.Position == _settled)
        {
            return;
        }

        Flush();
        upload.Offset = hash.Position;
        await rows.AdvanceAsync(upload, _settled);
        _settled = upload.Offset;
        _settledAt = time.GetTimestamp();
    }

    /// <summary>The whole file is there.</summary>
    public async Task CompleteAsync()
    {
        CheckStart();
        Flush();
        upload.Length = upload.Offset = hash.Position;
        upload.Sha256 = hash.Current();
        await rows.AdvanceAsync(upload, _settled);
    }

    private void CheckStart() =>
        upload.ContentType ??=
            VideoStart.ContentTypeOf(hash.Start)
            ?? throw new ClipyardException(
                FailureCatalogue.UnsupportedMedia,
                hash.Position == 0
                    ? "The file is empty."
                    : $"No MP4, MOV or WebM file begins with the bytes {Convert.ToHexStringLower(hash.Start)}."
            );

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            _sinceLook += bytes.Length;
            if (_sinceLook >= KeptSpace.LookEveryBytes)
            {
                _sinceLook = 0;
                space.Check();
            }

            await file.WriteAsync(bytes, CancellationToken.None); // half a piece on disk would be of no use
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Name(error);
        }
    }

    private void Flush()
    {
        try
        {
            file.Flush(flushToDisk: true);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Name(error);
        }
    }
}
