namespace Clipyard.Server.Jobs;

/// <summary>How far a transfer is.</summary>
/// <param name="JobId">The job it belongs to.</param>
/// <param name="VideoId">The post.</param>
/// <param name="Bytes">Bytes so far.</param>
/// <param name="TotalBytes">The whole length; null until announced.</param>
/// <param name="BytesPerSecond">The present rate.</param>
/// <param name="TimeLeftMs">What is left at this rate; null while unknown.</param>
internal sealed record JobProgressResponse(
    string JobId,
    string VideoId,
    long Bytes,
    long? TotalBytes,
    double BytesPerSecond,
    long? TimeLeftMs
)
{
    public static JobProgressResponse Of(Guid jobId, JobProgress progress) =>
        new(
            jobId.ToString(),
            progress.VideoId,
            progress.Bytes,
            progress.TotalBytes,
            progress.BytesPerSecond,
            progress.TimeLeft is { } left ? (long)left.TotalMilliseconds : null
        );
}
