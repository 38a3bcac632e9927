namespace Clipyard.Cli.Downloads;

/// <summary>Leaves time between the beginnings of downloads.</summary>
internal sealed class Pacer(TimeSpan distance, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _door = new(1);
    private long? _last;

    /// <summary>Waits until the next one may begin.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (distance == TimeSpan.Zero)
        {
            return;
        }

        await _door.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && distance - time.GetElapsedTime(last) is var wait && wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            _last = time.GetTimestamp();
        }
        finally
        {
            _door.Release();
        }
    }

    public void Dispose() => _door.Dispose();
}
