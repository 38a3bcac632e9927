using Clipyard.Failures;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Limits;

/// <summary>The limits that concern how a video was made, not how much of it there is.</summary>
internal static class PictureChecks
{
    /// <summary>The shorter side from which nothing is said about it, in pixels.</summary>
    private const int GoodSide = 720;

    /// <summary>Averages of short films miss the true rate by so much: times are rounded, last pictures cut.</summary>
    private const double FrameRateSlack = 0.25;

    private static readonly string[] Codecs = ["h264", "h265", "vp8", "vp9"];

    public static LimitFinding? Container(MediaInfo info) =>
        info.Container is MediaContainer.Matroska
            ? Unsupported(
                VideoLimit.Container,
                "Matroska",
                "MP4, MOV or WebM",
                "The file is a Matroska file (MKV); TikTok accepts MP4, MOV and WebM.",
                canBeRepaired: true
            )
            : null;

    public static LimitFinding? Codec(MediaTrack video) =>
        Codecs.Contains(video.Codec, StringComparer.Ordinal)
            ? null
            : Unsupported(
                VideoLimit.Codec,
                video.Codec,
                "H.264, H.265, VP8 or VP9",
                $"The pictures are encoded as '{video.Codec}'; TikTok accepts H.264, H.265, VP8 and VP9.",
                canBeRepaired: true
            );

    public static LimitFinding? PictureSize(MediaTrack video)
    {
        var (width, height) = (video.Width ?? 0, video.Height ?? 0);
        var (shorter, longer) = (Math.Min(width, height), Math.Max(width, height));
        if (shorter >= VideoLimits.ShortestSide && longer <= VideoLimits.LongestSide)
        {
            return null;
        }

        return Unsupported(
            VideoLimit.PictureSize,
            $"{width}x{height}",
            $"{VideoLimits.ShortestSide}-{VideoLimits.LongestSide} px a side",
            $"The pictures have {width}x{height} pixels; TikTok accepts {VideoLimits.ShortestSide} to {VideoLimits.LongestSide} a side.",
            canBeRepaired: shorter > 0
        );
    }

    public static LimitFinding? FrameRate(MediaTrack video)
    {
        var allowed = $"{VideoLimits.LowestFrameRate}-{VideoLimits.HighestFrameRate} fps";
        if (video.FrameRate is not { } rate)
        {
            return Unsupported(
                VideoLimit.FrameRate,
                "unknown",
                allowed,
                "The file does not say how many pictures a second it has.",
                canBeRepaired: true
            );
        }

        return
            rate is >= VideoLimits.LowestFrameRate - FrameRateSlack and <= VideoLimits.HighestFrameRate + FrameRateSlack
            ? null
            : Unsupported(
                VideoLimit.FrameRate,
                $"{Words.Rate(rate)} fps",
                allowed,
                $"The video has {Words.Rate(rate)} pictures a second; TikTok accepts {VideoLimits.LowestFrameRate} to {VideoLimits.HighestFrameRate}.",
                canBeRepaired: true
            );
    }

    public static IEnumerable<string> Hints(MediaTrack video)
    {
        if (
            video is { Width: { } width, Height: { } height }
            && Math.Min(width, height) is >= VideoLimits.ShortestSide and < GoodSide
        )
        {
            yield return $"The pictures have {width}x{height} pixels; with a shorter side of {GoodSide} or more they look better.";
        }
    }

    public static LimitFinding Unsupported(
        VideoLimit limit,
        string measured,
        string allowed,
        string? sentence,
        bool canBeRepaired
    ) =>
        new()
        {
            Limit = limit,
            Measured = measured,
            Allowed = allowed,
            Sentence = sentence ?? "The file is no video that can be read.",
            Failure = FailureCatalogue.UnsupportedMedia,
            CanBeRepaired = canBeRepaired,
        };
}
