using Clipyard.Media.Limits;

namespace Clipyard.Media.Ffmpeg;

/// <summary>Which file to repair, and what for.</summary>
public sealed record RepairRequest
{
    /// <summary>The file to read. It is not changed.</summary>
    public required string Source { get; init; }

    /// <summary>Where the repaired MP4 goes; a file there is replaced once the new one is complete and checked.</summary>
    public required string Destination { get; init; }

    /// <summary>What the result has to keep.</summary>
    public VideoLimits Limits { get; init; } = VideoLimits.TikTok;

    /// <summary>How long this creator's videos may be; null when that does not matter.</summary>
    public TimeSpan? CreatorDuration { get; init; }
}
