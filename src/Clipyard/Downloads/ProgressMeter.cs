namespace Clipyard.Downloads;

/// <summary>Turns byte counts into reports: about ten a second, with the rate over the last seconds.</summary>
internal sealed class ProgressMeter(MediaPart part, IProgress<TransferProgress>? progress, TimeProvider time)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestForecast = TimeSpan.FromDays(30);
    private static readonly TimeSpan RateOver = TimeSpan.FromSeconds(3);

    private readonly Queue<(long Timestamp, long Bytes)> _samples = new();
    private long? _lastReport;

    /// <summary>Bytes were received.</summary>
    /// <param name="bytes">The file's bytes so far.</param>
    /// <param name="totalBytes">Its length if announced.</param>
    public void Advance(long bytes, long? totalBytes)
    {
        if (progress is null || (_lastReport is { } last && time.GetElapsedTime(last) < ReportEvery))
        {
            return;
        }

        Report(bytes, totalBytes);
    }

    /// <summary>The file is complete: reported whatever the time.</summary>
    public void Complete(long bytes) => Report(bytes, bytes);

    private void Report(long bytes, long? totalBytes)
    {
        var now = time.GetTimestamp();
        _lastReport = now;
        _samples.Enqueue((now, bytes));
        while (_samples.Count > 2 && time.GetElapsedTime(_samples.Peek().Timestamp, now) > RateOver)
        {
            _samples.Dequeue();
        }

        var (since, bytesThen) = _samples.Peek();
        var seconds = time.GetElapsedTime(since, now).TotalSeconds;
        var rate = seconds > 0 ? Math.Max(0, bytes - bytesThen) / seconds : 0;
        var secondsLeft = rate > 0 && totalBytes is { } total ? (total - bytes) / rate : double.NaN;
        TimeSpan? left =
            secondsLeft >= 0 && secondsLeft < LongestForecast.TotalSeconds ? TimeSpan.FromSeconds(secondsLeft) : null;
        progress?.Report(new TransferProgress(part, bytes, totalBytes, rate, left));
    }
}
