using Clipyard.Failures;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Limits;

/// <summary>What TikTok's posting API accepts of a video, as its media transfer guide stated in 2026.</summary>
/// <remarks>
/// MP4, MOV or WebM; H.264, H.265, VP8 or VP9; 23-60 pictures a second; 360-4096 pixels a side. A video without sound is
/// fine. What cannot be measured is not accepted either.
/// </remarks>
public sealed record VideoLimits
{
    /// <summary>The lowest rate, in pictures per second.</summary>
    public const double LowestFrameRate = 23;

    /// <summary>The highest rate, in pictures per second.</summary>
    public const double HighestFrameRate = 60;

    /// <summary>The shortest side, in pixels.</summary>
    public const int ShortestSide = 360;

    /// <summary>The longest side, in pixels.</summary>
    public const int LongestSide = 4096;

    /// <summary>The shorter side from which nothing is said about it, in pixels.</summary>
    private const int GoodSide = 720;

    /// <summary>Averages of short films miss the true rate by so much: times are rounded, last pictures cut.</summary>
    private const double FrameRateSlack = 0.25;

    /// <summary>Nor does a limit of seconds mean the last picture to its end.</summary>
    private static readonly TimeSpan DurationSlack = TimeSpan.FromMilliseconds(50);

    private static readonly string[] Codecs = ["h264", "h265", "vp8", "vp9"];

    /// <summary>The limits with nothing changed.</summary>
    public static VideoLimits TikTok { get; } = new();

    /// <summary>How long any video may be: ten minutes.</summary>
    public TimeSpan LongestDuration { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How large a file may be, in bytes: 4 GiB.</summary>
    public long LargestFile { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>Compares a file with the limits.</summary>
    /// <param name="report">What <see cref="MediaProbe"/> or <see cref="MediaInspector"/> found out about it.</param>
    /// <param name="creatorDuration">How long this creator's videos may be; null when that does not matter.</param>
    public LimitReport Check(MediaReport report, TimeSpan? creatorDuration = null)
    {
        ArgumentNullException.ThrowIfNull(report);

        if (!report.Verdict.IsWhole || report.Info is not { } info)
        {
            return Refused(
                Unsupported(
                    VideoLimit.Structure,
                    "a broken file",
                    "a whole video",
                    report.Verdict.Problem,
                    canBeRepaired: false
                )
            );
        }

        if (info.Video is not { } video)
        {
            return Refused(
                Unsupported(
                    VideoLimit.Structure,
                    "no pictures",
                    "a video",
                    "The file holds no pictures.",
                    canBeRepaired: false
                )
            );
        }

        LimitFinding?[] findings =
        [
            CheckDuration(info, creatorDuration),
            CheckFileSize(info),
            CheckContainer(info),
            CheckCodec(video),
            CheckPictureSize(video),
            CheckFrameRate(video),
        ];
        return new LimitReport
        {
            Findings = [.. findings.OfType<LimitFinding>().OrderBy(finding => finding.CanBeRepaired)],
            Hints = [.. HintsFor(video)],
        };
    }

    private LimitFinding? CheckDuration(MediaInfo info, TimeSpan? creatorDuration)
    {
        var (limit, longest) =
            creatorDuration < LongestDuration
                ? (VideoLimit.CreatorDuration, creatorDuration.Value)
                : (VideoLimit.Duration, LongestDuration);

        if (info.Duration is not { } duration)
        {
            return Unsupported(
                limit,
                "unknown",
                Words.Of(longest),
                "The file does not say how long the video is.",
                canBeRepaired: true
            );
        }

        if (duration <= longest + DurationSlack)
        {
            return null;
        }

        var whose = limit == VideoLimit.CreatorDuration ? "this creator may post" : "TikTok accepts";
        return new LimitFinding
        {
            Limit = limit,
            Measured = Words.Of(duration),
            Allowed = Words.Of(longest),
            Sentence = $"The video lasts {Words.Of(duration)}; {whose} up to {Words.Of(longest)}.",
            Failure = FailureCatalogue.VideoTooLong,
            CanBeRepaired = false,
        };
    }

    private LimitFinding? CheckFileSize(MediaInfo info) =>
        info.SizeBytes is { } size && size > LargestFile
            ? new LimitFinding
            {
                Limit = VideoLimit.FileSize,
                Measured = Words.Bytes(size),
                Allowed = Words.Bytes(LargestFile),
                Sentence = $"The file has {Words.Bytes(size)}; up to {Words.Bytes(LargestFile)} are accepted.",
                Failure = FailureCatalogue.VideoTooLarge,
                CanBeRepaired = true,
            }
            : null;

    private static LimitFinding? CheckContainer(MediaInfo info) =>
        info.Container is MediaContainer.Matroska
            ? Unsupported(
                VideoLimit.Container,
                "Matroska",
                "MP4, MOV or WebM",
                "The file is a Matroska file (MKV); TikTok accepts MP4, MOV and WebM.",
                canBeRepaired: true
            )
            : null;

    private static LimitFinding? CheckCodec(MediaTrack video) =>
        Codecs.Contains(video.Codec, StringComparer.Ordinal)
            ? null
            : Unsupported(
                VideoLimit.Codec,
                video.Codec,
                "H.264, H.265, VP8 or VP9",
                $"The pictures are encoded as '{video.Codec}'; TikTok accepts H.264, H.265, VP8 and VP9.",
                canBeRepaired: true
            );

    private static LimitFinding? CheckPictureSize(MediaTrack video)
    {
        var (width, height) = (video.Width ?? 0, video.Height ?? 0);
        var (shorter, longer) = (Math.Min(width, height), Math.Max(width, height));
        if (shorter >= ShortestSide && longer <= LongestSide)
        {
            return null;
        }

        return Unsupported(
            VideoLimit.PictureSize,
            $"{width}x{height}",
            $"{ShortestSide}-{LongestSide} px a side",
            $"The pictures have {width}x{height} pixels; TikTok accepts {ShortestSide} to {LongestSide} a side.",
            canBeRepaired: shorter > 0
        );
    }

    private static LimitFinding? CheckFrameRate(MediaTrack video)
    {
        var allowed = $"{LowestFrameRate}-{HighestFrameRate} fps";
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

        return rate is >= LowestFrameRate - FrameRateSlack and <= HighestFrameRate + FrameRateSlack
            ? null
            : Unsupported(
                VideoLimit.FrameRate,
                $"{Words.Rate(rate)} fps",
                allowed,
                $"The video has {Words.Rate(rate)} pictures a second; TikTok accepts {LowestFrameRate} to {HighestFrameRate}.",
                canBeRepaired: true
            );
    }

    private static IEnumerable<string> HintsFor(MediaTrack video)
    {
        if (
            video is { Width: { } width, Height: { } height }
            && Math.Min(width, height) is >= ShortestSide and < GoodSide
        )
        {
            yield return $"The pictures have {width}x{height} pixels; with a shorter side of {GoodSide} or more they look better.";
        }
    }

    private static LimitReport Refused(LimitFinding finding) => new() { Findings = [finding], Hints = [] };

    private static LimitFinding Unsupported(
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
