using System.Diagnostics.CodeAnalysis;

namespace Clipyard.Testing;

/// <summary>A clock that stands still until a test moves it. Timers fire inside <see cref="Advance"/>.</summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;

    /// <summary>A clock that starts at noon of an ordinary day.</summary>
    public ManualClock()
        : this(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero)) { }

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How many timers (delays, time-outs) wait for the clock to move.</summary>
    public int PendingTimers
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count(timer => timer.Due is not null);
            }
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc />
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves the clock and fires, in order, what falls due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        var goal = GetUtcNow() + by;
        while (NextDue(goal) is { } timer)
        {
            timer.Fire();
        }

        lock (_lock)
        {
            _now = goal;
        }
    }

    /// <summary>
    /// Runs work that waits now for this clock and now for real input: whenever a timer is due within
    /// <paramref name="within"/>, the clock jumps to it. Longer timers (time-outs of what really runs) are left alone.
    /// </summary>
    public async Task RunAsync(Task work, TimeSpan within)
    {
        while (!work.IsCompleted)
        {
            if (NextTimer() is { } distance && distance <= within)
            {
                Advance(distance > TimeSpan.Zero ? distance : TimeSpan.Zero);
                continue;
            }

            // Real input cannot be told to come: looked for every millisecond.
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(1)));
        }

        await work;
    }

    private TimeSpan? NextTimer()
    {
        lock (_lock)
        {
            return _timers.Min(timer => timer.Due) - _now;
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? NextDue(DateTimeOffset goal)
    {
        lock (_lock)
        {
            var timer = _timers.Where(timer => timer.Due <= goal).MinBy(timer => timer.Due);
            if (timer is null)
            {
                return null;
            }

            _now = timer.Due > _now ? timer.Due.Value : _now;
            timer.Reschedule();
            return timer;
        }
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset? Due { get; private set; }

        public void Fire() => callback(state);

        public void Reschedule() => Due = _period > TimeSpan.Zero ? Due + _period : null;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool dueNow;
            lock (clock._lock)
            {
                _period = period == Timeout.InfiniteTimeSpan ? TimeSpan.Zero : period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
                dueNow = dueTime == TimeSpan.Zero;
                if (dueNow)
                {
                    Reschedule();
                }
            }

            if (dueNow)
            {
                // As the real clock does it: never on the caller's stack.
                ThreadPool.QueueUserWorkItem(_ => callback(state));
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                Due = null;
                clock._timers.Remove(this);
            }
        }

        [SuppressMessage("Usage", "CA1816", Justification = "Sealed, no finalizer.")]
        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
