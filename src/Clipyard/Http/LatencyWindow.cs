namespace Clipyard.Http;

/// <summary>Counts events and remembers how long the latest of them took.</summary>
internal sealed class LatencyWindow(TimeProvider time)
{
    /// <summary>How many of the latest events the percentiles are taken over.</summary>
    internal const int Size = 1000;

    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _latest = [];
    private long _count;
    private long _firstStarted;

    public void Record(TimeSpan elapsed)
    {
        lock (_lock)
        {
            if (_count == 0)
            {
                _firstStarted = time.GetTimestamp() - (long)(elapsed.TotalSeconds * time.TimestampFrequency);
            }

            if (_latest.Count < Size)
            {
                _latest.Add(elapsed);
            }
            else
            {
                _latest[(int)(_count % Size)] = elapsed;
            }

            _count++;
        }
    }

    public (long Count, double PerSecond, TimeSpan P50, TimeSpan P95) Snapshot()
    {
        TimeSpan[] sorted;
        long count;
        double seconds;
        lock (_lock)
        {
            sorted = [.. _latest];
            count = _count;
            seconds = count == 0 ? 0 : time.GetElapsedTime(_firstStarted).TotalSeconds;
        }

        Array.Sort(sorted);
        return (count, seconds > 0 ? count / seconds : 0, Percentile(sorted, 0.50), Percentile(sorted, 0.95));
    }

    private static TimeSpan Percentile(TimeSpan[] sorted, double share) =>
        sorted.Length == 0 ? TimeSpan.Zero : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
