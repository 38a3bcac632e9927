using Clipyard.Failures;
using Microsoft.AspNetCore.Http;

namespace Clipyard.Server.Publishing.Requests.Uploading;

/// <summary>
/// A part of a form as it arrives. What goes wrong here is the sender's fault, and says so: as an exception of input and
/// output it would look like one of our disk.
/// </summary>
internal sealed class PartStream(Stream part) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>What a fault while a form is read means.</summary>
    public static ClipyardException Explain(Exception fault) =>
        fault is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
            ? new ClipyardException(FailureCatalogue.VideoTooLarge, "The form is larger than this route takes.", fault)
            : new ClipyardException(
                FailureCatalogue.InvalidParameter,
                "The form is malformed, or ended before its last boundary.",
                fault
            );

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await part.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            throw Explain(fault);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A request is read asynchronously.");

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
