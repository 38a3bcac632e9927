namespace Clipyard.TikTokApi.Posting;

/// <summary>Turns byte counts into reports: about ten a second, and one at the end of each chunk.</summary>
internal sealed class UploadMeter(ChunkPlan plan, IProgress<UploadProgress>? progress, TimeProvider time)
{
    private static readonly TimeSpan ReportEvery = TimeSpan.FromMilliseconds(100);

    private long? _lastReport;

    public UploadProgress At(long bytes) => new(bytes, plan.VideoBytes);

    public void Advance(long bytes)
    {
        if (progress is null || (_lastReport is { } last && time.GetElapsedTime(last) < ReportEvery))
        {
            return;
        }

        _lastReport = time.GetTimestamp();
        progress.Report(At(bytes));
    }

    public void EndChunk(long bytes) => progress?.Report(At(bytes));

    public void Complete() => EndChunk(plan.VideoBytes);
}
