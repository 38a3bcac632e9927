namespace Clipyard.Media.Ffmpeg;

/// <summary>How far a repair is.</summary>
/// <param name="Done">How much of the video's time is written.</param>
/// <param name="Total">How long the video is; null when that is not known.</param>
public sealed record RepairProgress(TimeSpan Done, TimeSpan? Total);
