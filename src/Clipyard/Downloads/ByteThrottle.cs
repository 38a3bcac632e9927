namespace Clipyard.Downloads;

/// <summary>Shares a rate of bytes among all transfers of a client.</summary>
internal sealed class ByteThrottle(long? bytesPerSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _freeAt = DateTimeOffset.MinValue;

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
