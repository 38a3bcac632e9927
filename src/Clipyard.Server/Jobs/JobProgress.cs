namespace Clipyard.Server.Jobs;

/// <summary>How far the file is that a job fetches at this moment. Lives in memory, never in the database.</summary>
/// <param name="VideoId">The post.</param>
/// <param name="Bytes">Bytes so far.</param>
/// <param name="TotalBytes">The whole length; null until announced.</param>
/// <param name="BytesPerSecond">The present rate.</param>
/// <param name="TimeLeft">What is left at this rate; null while unknown.</param>
internal sealed record JobProgress(
    string VideoId,
    long Bytes,
    long? TotalBytes,
    double BytesPerSecond,
    TimeSpan? TimeLeft
);
