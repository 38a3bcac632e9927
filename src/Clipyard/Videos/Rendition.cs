using System.Globalization;

namespace Clipyard.Videos;

/// <summary>One encoding of a video.</summary>
public sealed record Rendition
{
    /// <summary>
    /// TikTok's name for it without the media id: <c>h264_540p_1010862</c>; <c>play</c> for a bare <c>playAddr</c>,
    /// <c>download</c> for the watermarked one.
    /// </summary>
    public required string FormatId { get; init; }

    /// <summary>TikTok's quality label, such as <c>540p</c> (whose short side is 576 pixels); null where unknown.</summary>
    public string? QualityLabel { get; init; }

    /// <summary>The container, <c>mp4</c> wherever TikTok said.</summary>
    public string Container { get; init; } = "mp4";

    /// <summary>How the picture is encoded.</summary>
    public VideoCodec Codec { get; init; }

    /// <summary>Width in pixels; null where unknown.</summary>
    public int? WidthPixels { get; init; }

    /// <summary>Height in pixels; null where unknown.</summary>
    public int? HeightPixels { get; init; }

    /// <summary>Bits a second; null where unknown.</summary>
    public long? BitsPerSecond { get; init; }

    /// <summary>The file's length in bytes as TikTok announces it; null where unknown.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>
    /// TikTok's hash of the file, 32 hex digits like an MD5; null where unknown. Two renditions with the same hash are
    /// the same bytes.
    /// </summary>
    public string? FileHash { get; init; }

    /// <summary>Whether the file has sound. False for addresses ending in <c>/media-video-hvc1/</c>.</summary>
    public bool HasAudio { get; init; } = true;

    /// <summary>Whether TikTok's watermark is burnt in.</summary>
    public bool HasWatermark { get; init; }

    /// <summary>Mirrors of the same file, most trustworthy first.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>When the addresses lapse; null where they do not say.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The shorter side in pixels, or, where only the label is known, its number; null where neither is.</summary>
    internal int? ShortSidePixels =>
        WidthPixels is { } width && HeightPixels is { } height ? Math.Min(width, height) : LabelNumber;

    private int? LabelNumber =>
        int.TryParse(QualityLabel?.TrimEnd('p'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
