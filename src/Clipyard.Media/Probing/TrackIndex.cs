namespace Clipyard.Media.Probing;

/// <summary>One track of the index (<c>trak</c>), with what fragments add to it later.</summary>
internal sealed class TrackIndex
{
    public required long Id { get; init; }

    public required TrackKind Kind { get; init; }

    public required SampleDescription Description { get; init; }

    public required SampleTable Samples { get; init; }

    /// <summary>Where the track's box lies inside the buffered index.</summary>
    public required Range Place { get; init; }

    public required Timing Timing { get; init; }

    public required uint Timescale { get; init; }

    /// <summary>In the track's own units, as its header states it; null when unknown.</summary>
    public required ulong? StatedDuration { get; init; }

    public int Rotation { get; init; }

    /// <summary>Shown size before rotation, in pixels; 0 when not stated.</summary>
    public (int Width, int Height) Shown { get; init; }

    /// <summary>Defaults for samples in fragments.</summary>
    public FragmentDefaults Defaults { get; set; }

    /// <summary>Bytes of all samples known so far.</summary>
    public long SampleBytes { get; set; }

    public MediaTrack ToTrack()
    {
        var isVideo = Kind == TrackKind.Video;
        var isAudio = Kind == TrackKind.Audio;
        var seconds = Seconds();
        var isTurned = Rotation is 90 or 270;
        var (shownWidth, shownHeight) = Shown is { Width: > 0, Height: > 0 }
            ? Shown
            : (Description.Width, Description.Height);

        return new MediaTrack
        {
            Id = Id,
            Kind = Kind,
            CodecId = Description.CodecId,
            Codec = Description.Codec,
            Width = isVideo ? Description.Width : null,
            Height = isVideo ? Description.Height : null,
            Rotation = Rotation,
            DisplayWidth = isVideo ? (isTurned ? shownHeight : shownWidth) : null,
            DisplayHeight = isVideo ? (isTurned ? shownWidth : shownHeight) : null,
            FrameRate = isVideo ? RateOf(Timing) : null,
            IsConstantRate = Timing.IsConstant,
            SampleCount = Timing.SampleCount,
            Timescale = Timescale,
            Duration = MediaTime.From(seconds),
            Channels = isAudio ? Description.Channels : null,
            SampleRate = isAudio ? Description.SampleRate : null,
            Bitrate =
                seconds > 0 && SampleBytes > 0 ? (long)Math.Min(SampleBytes * 8d / seconds.Value, int.MaxValue) : null,
        };
    }

    private double? Seconds()
    {
        if (Timescale == 0)
        {
            return null;
        }

        return StatedDuration is > 0 ? (double)StatedDuration / Timescale
            : Timing.Units > 0 ? (double)Timing.Units / Timescale
            : null;
    }

    // An average over everything would let a last picture that is cut or drawn out change the rate of a short film.
    private double? RateOf(Timing timing) =>
        Timescale == 0 ? null
        : timing.Steady is { } steady ? (double)Timescale / steady
        : timing.Units > 0 ? (double)timing.SampleCount * Timescale / timing.Units
        : null;
}
