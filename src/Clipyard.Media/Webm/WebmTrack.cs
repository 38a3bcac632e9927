using Clipyard.Media.Probing;

namespace Clipyard.Media.Webm;

/// <summary>One track as the segment lists it.</summary>
internal sealed record WebmTrack
{
    private const double Nanoseconds = 1e9;

    /// <summary>How far a stated rate may lie beside the counted one to be the exact form of it.</summary>
    private const double Agreement = 0.02;

    public required long Number { get; init; }

    public required TrackKind Kind { get; init; }

    public required string CodecId { get; init; }

    /// <summary>How long a picture or packet lasts, in nanoseconds; null when not stated.</summary>
    public long? DefaultDuration { get; init; }

    public WebmPicture Picture { get; init; } = new();

    public int? Channels { get; init; }

    public int? SampleRate { get; init; }

    /// <summary>Puts what is listed and what was counted together.</summary>
    /// <param name="timing">The track's blocks.</param>
    /// <param name="unit">What the segment counts time in, in nanoseconds.</param>
    public MediaTrack ToTrack(BlockTiming timing, long unit)
    {
        var isVideo = Kind == TrackKind.Video;
        var isAudio = Kind == TrackKind.Audio;
        var seconds = timing.Length((double?)DefaultDuration / unit) * unit / Nanoseconds;
        var (shownWidth, shownHeight) = Picture.Shown;

        return new MediaTrack
        {
            Id = Number,
            Kind = Kind,
            CodecId = CodecId,
            Codec = WebmCodecs.Of(CodecId),
            Width = isVideo ? Picture.Width : null,
            Height = isVideo ? Picture.Height : null,
            Rotation = isVideo ? Picture.Rotation : 0,
            DisplayWidth = isVideo ? shownWidth : null,
            DisplayHeight = isVideo ? shownHeight : null,
            FrameRate = isVideo ? RateOf(timing, unit) : null,
            IsConstantRate = timing.IsConstant,
            SampleCount = timing.Count,
            Timescale = (long)Math.Round(Nanoseconds / unit),
            Duration = MediaTime.From(seconds),
            Channels = isAudio ? Channels : null,
            SampleRate = isAudio ? SampleRate : null,
            Bitrate =
                seconds > 0 && timing.Bytes > 0 ? (long)Math.Min(timing.Bytes * 8 / seconds.Value, int.MaxValue) : null,
        };
    }

    // Times are rounded, usually to milliseconds, so a stated rate is the exact one, where it is true: encoders state
    // what they were told to expect.
    private double? RateOf(BlockTiming timing, long unit)
    {
        double? stated = DefaultDuration > 0 ? Nanoseconds / DefaultDuration : null;
        if (timing.Count < 2 || timing.Span <= 0)
        {
            return stated;
        }

        var counted = (timing.Count - 1) * Nanoseconds / ((double)timing.Span * unit);
        return stated is { } exact && Math.Abs(exact - counted) <= counted * Agreement ? exact : counted;
    }
}
