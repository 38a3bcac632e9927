namespace Clipyard.Media.Probing;

/// <summary>One track of a media file, as its boxes or elements describe it.</summary>
public sealed record MediaTrack
{
    /// <summary>The track's number inside the file.</summary>
    public required long Id { get; init; }

    /// <summary>What it carries.</summary>
    public required TrackKind Kind { get; init; }

    /// <summary>
    /// The four-character code of its samples, such as <c>avc1</c>, or Matroska's name, such as <c>V_VP9</c>; unprintable
    /// bytes appear as <c>?</c>.
    /// </summary>
    public required string CodecId { get; init; }

    /// <summary>The codec's common name (<c>h264</c>, <c>h265</c>, <c>aac</c>); the <see cref="CodecId"/> when it has none.</summary>
    public required string Codec { get; init; }

    /// <summary>Stored width in pixels; null unless this is video.</summary>
    public int? Width { get; init; }

    /// <summary>Stored height in pixels; null unless this is video.</summary>
    public int? Height { get; init; }

    /// <summary>Clockwise rotation for display in degrees: 0, 90, 180 or 270. Other transformations count as 0.</summary>
    public int Rotation { get; init; }

    /// <summary>Width as shown, in pixels, after pixel shape and rotation; null unless this is video.</summary>
    public int? DisplayWidth { get; init; }

    /// <summary>Height as shown, in pixels, after pixel shape and rotation; null unless this is video.</summary>
    public int? DisplayHeight { get; init; }

    /// <summary>
    /// Average pictures per second, from the sample durations, or from the blocks' times in a WebM; null unless this is
    /// video with a known duration.
    /// </summary>
    public double? FrameRate { get; init; }

    /// <summary>
    /// Whether all samples, the last one aside, have the same duration; null when there are none, or when that cannot be
    /// seen without decoding.
    /// </summary>
    public bool? IsConstantRate { get; init; }

    /// <summary>Samples in the track (pictures, or packets of sound). For a fragmented file and a WebM: seen so far.</summary>
    public long SampleCount { get; init; }

    /// <summary>Units per second in which the track counts time.</summary>
    public long Timescale { get; init; }

    /// <summary>The track's duration; null when the file does not say.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Channels of sound; null unless this is audio.</summary>
    public int? Channels { get; init; }

    /// <summary>Samples of sound per second and channel, in hertz; null unless this is audio.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Average bits per second: the samples' bytes over the duration; null when either is unknown.</summary>
    public long? Bitrate { get; init; }
}
