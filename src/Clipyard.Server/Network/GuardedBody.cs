using Clipyard.Failures;

namespace Clipyard.Server.Network;

/// <summary>An answer's body that neither hangs nor goes on for ever.</summary>
internal sealed class GuardedBody(Stream inner, FetchLimits limits) : Stream
{
    // Below this it is no transfer that anybody waits for: it would hold its place for hours.
    private const int LeastBytesPerSecond = 64 * 1024;
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(60);

    private long _read;
    private long _stretchBytes;
    private TimeSpan _stretchWaited;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var wait = limits.Wait(limits.Options.IdleTimeout, cancellationToken);
        var since = limits.Time.GetTimestamp();
        try
        {
            var count = await inner.ReadAsync(buffer, wait.Token);
            _read += count;
            ThrowIfTooSlow(count, limits.Time.GetElapsedTime(since));
            return _read <= limits.MaxBytes ? count : throw limits.TooLarge();
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw limits.TimedOut($"Nothing came for {limits.Options.IdleTimeout.TotalSeconds:0.#} s.", error);
        }
        catch (Exception error) when (error is IOException or HttpRequestException)
        {
            throw limits.Unreachable("The transfer broke off.", error);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Without a clock of its own it could hang.
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // Only what is waited here counts: a slow reader of ours is not the source's fault.
    private void ThrowIfTooSlow(int count, TimeSpan waited)
    {
        _stretchBytes += count;
        _stretchWaited += waited;
        if (count == 0 || _stretchWaited < Stretch)
        {
            return;
        }

        var rate = _stretchBytes / _stretchWaited.TotalSeconds;
        if (rate < LeastBytesPerSecond)
        {
            throw limits.Unreachable(
                $"It sends {rate / 1024:0.#} KB a second; {LeastBytesPerSecond / 1024} are the least that is waited for."
            );
        }

        (_stretchBytes, _stretchWaited) = (0, TimeSpan.Zero);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
