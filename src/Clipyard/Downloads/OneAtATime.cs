namespace Clipyard.Downloads;

/// <summary>Lets work on the same thing run one after the other, and everything else side by side.</summary>
internal sealed class OneAtATime<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Turn> _turns = [];

    public async Task<T> RunAsync<T>(TKey key, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var turn = Join(key);
        try
        {
            await turn.Gate.WaitAsync(cancellationToken);
            try
            {
                return await work();
            }
            finally
            {
                turn.Gate.Release();
            }
        }
        finally
        {
            Leave(key, turn);
        }
    }

    private Turn Join(TKey key)
    {
        lock (_turns)
        {
            if (!_turns.TryGetValue(key, out var turn))
            {
                _turns[key] = turn = new Turn();
            }

            turn.Members++;
            return turn;
        }
    }

    private void Leave(TKey key, Turn turn)
    {
        lock (_turns)
        {
            if (--turn.Members == 0)
            {
                _turns.Remove(key);
                turn.Gate.Dispose();
            }
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Members { get; set; }
    }
}
