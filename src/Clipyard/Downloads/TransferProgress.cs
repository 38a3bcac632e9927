namespace Clipyard.Downloads;

/// <summary>How far a transfer is.</summary>
/// <param name="Part">Which file of the post.</param>
/// <param name="Bytes">Bytes of this file so far, those of an earlier, resumed try included.</param>
/// <param name="TotalBytes">Its whole length in bytes; null until announced.</param>
/// <param name="BytesPerSecond">Rate over the last seconds; zero at the beginning.</param>
/// <param name="TimeLeft">What is left at this rate; null while unknown.</param>
public sealed record TransferProgress(
    MediaPart Part,
    long Bytes,
    long? TotalBytes,
    double BytesPerSecond,
    TimeSpan? TimeLeft
);
