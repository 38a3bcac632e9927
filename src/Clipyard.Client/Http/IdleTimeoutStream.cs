using Clipyard.Failures;

namespace Clipyard.Client.Http;

/// <summary>An answer's body that does not hang for ever: without a byte for so long it fails.</summary>
internal sealed class IdleTimeoutStream(Stream inner, HttpResponseMessage response, ClipyardServerOptions options)
    : Stream
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

    public static async Task<IdleTimeoutStream> OpenAsync(
        HttpResponseMessage response,
        ClipyardServerOptions options,
        CancellationToken cancellationToken
    ) => new(await response.Content.ReadAsStreamAsync(cancellationToken), response, options);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var idle = new CancellationTokenSource(options.IdleTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        try
        {
            return await inner.ReadAsync(buffer, either.Token);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw CutOff($"Nothing came for {options.IdleTimeout.TotalSeconds:0.#} s.", error);
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            throw CutOff(error.Message, error);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // The synchronous way has no clock of its own; the connection's end still ends it.
    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            response.Dispose();
        }

        base.Dispose(disposing);
    }

    private ClipyardException CutOff(string detail, Exception cause) =>
        new(FailureCatalogue.NetworkError, detail, cause)
        {
            Address = response.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Path),
        };
}
