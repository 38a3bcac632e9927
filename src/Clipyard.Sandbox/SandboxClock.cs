namespace Clipyard.Sandbox;

/// <summary>The sandbox's idea of now: a clock that can be moved without waiting.</summary>
public sealed class SandboxClock(TimeProvider source)
{
    private long _offsetTicks;

    /// <summary>The present instant (UTC).</summary>
    public DateTimeOffset Now => source.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>Somebody moved the clock.</summary>
    internal event EventHandler? Moved;

    /// <summary>Moves the clock forward, or back when negative.</summary>
    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref _offsetTicks, by.Ticks);
        Moved?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Sets the clock; from there it goes on running.</summary>
    public void Set(DateTimeOffset now)
    {
        Interlocked.Exchange(ref _offsetTicks, (now - source.GetUtcNow()).Ticks);
        Moved?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Takes back every move.</summary>
    public void Reset()
    {
        Interlocked.Exchange(ref _offsetTicks, 0);
        Moved?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>A timer that runs as the clock runs by itself; moves are told by <see cref="Moved"/>.</summary>
    internal ITimer CreateTimer(Action ring) =>
        source.CreateTimer(_ => ring(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
}
