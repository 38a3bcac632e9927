namespace Clipyard.Server.Data;

/// <summary>The gate of databases with one writer.</summary>
internal sealed class WriteGate : IWriteGate, IDisposable
{
    // Waiters of a semaphore are released in the order in which they came.
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

    public IDisposable Enter()
    {
        _turn.Wait();
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}
