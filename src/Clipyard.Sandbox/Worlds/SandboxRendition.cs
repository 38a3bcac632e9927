namespace Clipyard.Sandbox.Worlds;

/// <summary>One encoding of a post's video. Width, height and bytes are those of its clip.</summary>
public sealed record SandboxRendition
{
    /// <summary>The file in the sandbox's clip library whose bytes are served.</summary>
    public required string Clip { get; init; }

    /// <summary>TikTok's name of the encoding ladder step, e.g. <c>normal_540_0</c>.</summary>
    public required string Gear { get; init; }

    /// <summary>The name of the resolution, e.g. <c>540p</c>.</summary>
    public required string Quality { get; init; }

    /// <summary><c>h264</c>, <c>bytevc1</c> (H.265) or <c>bytevc2</c> (nothing outside TikTok's apps plays it).</summary>
    public string Codec { get; init; } = "h264";

    /// <summary>TikTok's number for the ladder step.</summary>
    public int QualityType { get; init; } = 20;

    /// <summary>Bits per second as the page states them; null takes the clip's own.</summary>
    public int? Bitrate { get; init; }

    /// <summary>Whether the address ends in <c>/media-video-hvc1/</c> and the file has no sound.</summary>
    public bool VideoOnly { get; init; }

    /// <summary>Total bytes of the file, the clip padded by one trailing <c>free</c> box; null serves the clip as it is.</summary>
    public long? SizeBytes { get; init; }
}
