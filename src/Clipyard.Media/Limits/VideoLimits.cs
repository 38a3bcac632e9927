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

    /// <summary>Sound ends a little after the last picture, and neither ends on the second.</summary>
    private static readonly TimeSpan DurationSlack = TimeSpan.FromMilliseconds(50);

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
                PictureChecks.Unsupported(
                    VideoLimit.Structure,
                    Words.Of(report.Verdict.State),
                    "a whole video",
                    report.Verdict.Problem,
                    canBeRepaired: false
                )
            );
        }

        if (info.Video is not { } video)
        {
            return Refused(
                PictureChecks.Unsupported(
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
            PictureChecks.Container(info),
            PictureChecks.Codec(video),
            PictureChecks.PictureSize(video),
            PictureChecks.FrameRate(video),
        ];
        return new LimitReport
        {
            Findings = [.. findings.OfType<LimitFinding>().OrderBy(finding => finding.CanBeRepaired)],
            Hints = [.. PictureChecks.Hints(video)],
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
            return PictureChecks.Unsupported(
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

    private static LimitReport Refused(LimitFinding finding) => new() { Findings = [finding], Hints = [] };
}
