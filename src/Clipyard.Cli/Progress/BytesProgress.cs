namespace Clipyard.Cli.Progress;

/// <summary>How far some bytes are.</summary>
/// <param name="Bytes">So far.</param>
/// <param name="TotalBytes">In the end; null while unknown.</param>
/// <param name="BytesPerSecond">The present rate; 0 while unknown.</param>
/// <param name="TimeLeft">What is left at this rate; null while unknown.</param>
internal sealed record BytesProgress(
    long Bytes,
    long? TotalBytes,
    double BytesPerSecond = 0,
    TimeSpan? TimeLeft = null
);
