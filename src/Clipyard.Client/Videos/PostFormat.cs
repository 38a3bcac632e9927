namespace Clipyard.Client.Videos;

/// <summary>One rendition of a video.</summary>
public sealed record PostFormat
{
    /// <summary>Its name.</summary>
    public string? FormatId { get; init; }

    /// <summary>TikTok's label of it.</summary>
    public string? Quality { get; init; }

    /// <summary>mp4, as a rule.</summary>
    public string? Container { get; init; }

    /// <summary>h264, h265 or bytevc2; null when unknown.</summary>
    public string? Codec { get; init; }

    /// <summary>Pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Bits a second.</summary>
    public long? Bitrate { get; init; }

    /// <summary>How long it is.</summary>
    public long? SizeBytes { get; init; }

    /// <summary>Whether there is sound in it.</summary>
    public bool HasAudio { get; init; }

    /// <summary>Whether TikTok's watermark is in it.</summary>
    public bool Watermark { get; init; }
}
