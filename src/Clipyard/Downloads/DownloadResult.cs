using Clipyard.Media.Probing;
using Clipyard.Videos;

namespace Clipyard.Downloads;

/// <summary>What a download did.</summary>
public sealed record DownloadResult
{
    /// <summary>The post.</summary>
    public required VideoInfo Video { get; init; }

    /// <summary>Its files in order: the video or the pictures first, then sound, cover, subtitles.</summary>
    public required IReadOnlyList<DownloadedFile> Files { get; init; }

    /// <summary>The rendition that was taken; null for photo posts and for files that were already there.</summary>
    public Rendition? Rendition { get; init; }

    /// <summary>Set when it is not the rendition that was chosen first.</summary>
    public QualityFallback? Fallback { get; init; }

    /// <summary>What the video file turned out to be; null for photo posts, sound only, and files already there.</summary>
    public MediaInfo? Probe { get; init; }

    /// <summary>Covers and subtitles that were asked for and could not be had; usually empty.</summary>
    public IReadOnlyList<MissingPart> Missing { get; init; } = [];

    /// <summary>How long it took, from the call to the end, waiting included.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>All files' lengths together, in bytes.</summary>
    public long SizeBytes => Files.Sum(file => file.SizeBytes);
}
