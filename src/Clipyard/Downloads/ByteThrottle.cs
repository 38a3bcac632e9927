namespace Clipyard.Downloads;

/// <summary>Shares a rate of bytes among all transfers of a client.</summary>
internal sealed class ByteThrottle(long? bytesPerSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _freeAt = DateTimeOffset.MinValue;

    /// <summary>The most to read at once: everything, or what a tenth of a second allows, so that it flows.</summary>
    public int LargestRead(int bufferBytes) =>
        bytesPerSecond is { } rate ? (int)Math.Clamp(rate / 10, 1, bufferBytes) : bufferBytes;

    /// <summary>Takes note of received bytes and waits until more may come.</summary>
    public Task WaitAsync(int bytes, CancellationToken cancellationToken)
    {
        if (bytesPerSecond is not { } rate)
        {
            return Task.CompletedTask;
        }

        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            _freeAt = (_freeAt > now ? _freeAt : now) + TimeSpan.FromSeconds((double)bytes / rate);
            wait = _freeAt - now;
        }

        return Task.Delay(wait, time, cancellationToken);
    }
}
