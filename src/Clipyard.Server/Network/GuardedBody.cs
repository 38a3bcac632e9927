using Clipyard.Failures;

namespace Clipyard.Server.Network;

/// <summary>An answer's body that neither hangs nor goes on for ever.</summary>
internal sealed class GuardedBody(Stream inner, FetchLimits limits) : Stream
{
    // Below this it is no transfer that anybody waits for: it would hold its place for hours.
    private const int LeastBytesPerSecond = 64 * 1024;
    private static readonly TimeSpan LongestDebt = TimeSpan.FromSeconds(60);

    private long _read;
    private long _slowBytes;
    private TimeSpan _slowFor;

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

    // What is waited beyond what the bytes may take adds up to a debt, which faster ones pay back: a burst after a pause
    // counts whole, in however many reads it comes. Only what is waited here counts: a slow reader of ours is not the
    // source's fault.
    private void ThrowIfTooSlow(int count, TimeSpan waited)
    {
        _slowBytes += count;
        _slowFor += waited;
        var debt = _slowFor - TimeSpan.FromSeconds((double)_slowBytes / LeastBytesPerSecond);
        if (debt <= TimeSpan.Zero)
        {
            (_slowBytes, _slowFor) = (0, TimeSpan.Zero);
            return;
        }

        if (count == 0 || debt < LongestDebt)
        {
            return;
        }

        throw limits.Unreachable(
            $"It sends {_slowBytes / _slowFor.TotalSeconds / 1024:0.#} KB a second; {LeastBytesPerSecond / 1024} are the least that is waited for."
        );
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
