using System.Collections.Concurrent;

namespace Clipyard.Http;

/// <summary>Limits how many requests to one host are under way by one exit, their bodies included.</summary>
internal sealed class ConnectionSlots(int perHost)
{
    private readonly ConcurrentDictionary<(string Exit, string Host), SemaphoreSlim> _free = new();

    /// <summary>Waits for a free slot.</summary>
    /// <returns>The slot; dispose of it when the answer has ended.</returns>
    public async Task<IDisposable> TakeAsync(string exit, string host, CancellationToken cancellationToken)
    {
        var free = _free.GetOrAdd((exit, host), _ => new SemaphoreSlim(perHost));
        await free.WaitAsync(cancellationToken);
        return new Slot(free);
    }

    private sealed class Slot(SemaphoreSlim free) : IDisposable
    {
        private SemaphoreSlim? _free = free;

        public void Dispose() => Interlocked.Exchange(ref _free, null)?.Release();
    }
}
