using System.Collections.Concurrent;

namespace Clipyard.Tests.Politeness;

/// <summary>A clock that remembers what it was asked to wait for; time-outs of an hour and more are none of that.</summary>
internal sealed class DelayRecorder(ManualClock clock) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _delays = new();

    public IReadOnlyList<TimeSpan> Delays => [.. _delays];

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromHours(1))
        {
            _delays.Enqueue(dueTime);
        }

        return clock.CreateTimer(callback, state, dueTime, period);
    }
}
