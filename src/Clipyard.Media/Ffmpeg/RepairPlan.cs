using Clipyard.Failures;
using Clipyard.Media.Limits;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Ffmpeg;

/// <summary>What has to be done to a video, decided from its figures alone.</summary>
internal sealed record RepairPlan
{
    public const int AudioBitrate = 128_000;

    private const double Usual = 30;
    private const long BestBitrate = 16_000_000;

    /// <summary>Below this, 360 lines cannot be recognised any more.</summary>
    private const long WorstBitrate = 150_000;

    /// <summary>What the container and the encoder's unevenness may take of a file's allowed size.</summary>
    private const double UsableShare = 0.9;

    /// <summary>One sentence for each change; empty when there is nothing to do.</summary>
    public required IReadOnlyList<string> Changes { get; init; }

    /// <summary>How the pictures are encoded again; null when they are copied as they are.</summary>
    public PictureFit? Fit { get; init; }

    /// <summary>The new rate, in pictures per second; null when it stays.</summary>
    public double? FrameRate { get; init; }

    /// <summary>The most bits per second for the pictures.</summary>
    public long VideoBitrate { get; init; } = BestBitrate;

    public bool EncodesSound { get; init; }

    /// <summary>More than two channels, which become two.</summary>
    public bool MixesSound { get; init; }

    /// <summary>Copied pictures are H.265, which players know in an MP4 by one of its two names only.</summary>
    public bool CopiesH265 { get; init; }

    public TimeSpan Longest { get; init; }

    /// <summary>Decides for a file that the limits were compared with.</summary>
    /// <exception cref="ClipyardException">It cannot be mended.</exception>
    public static RepairPlan For(MediaReport report, RepairRequest request)
    {
        var check = request.Limits.Check(report, request.CreatorDuration);
        if (check.Findings.FirstOrDefault(finding => !finding.CanBeRepaired) is { } hopeless)
        {
            throw new ClipyardException(hopeless.Failure, $"{hopeless.Sentence} No repair can change that.");
        }

        if (report.Info is not { Video: { } video } info)
        {
            throw new ClipyardException(FailureCatalogue.UnsupportedMedia, "The file holds no pictures.");
        }

        var encodes = video.Codec is not ("h264" or "h265") || check.Findings.Any(NeedsEncoding);
        // Where the tracks of a WebM are listed is not worth encoding it.
        if (check.IsAccepted && (info.IsFaststart || encodes))
        {
            return new RepairPlan { Changes = [] };
        }

        var longest =
            request.CreatorDuration < request.Limits.LongestDuration
                ? request.CreatorDuration.Value
                : request.Limits.LongestDuration;
        var plan = new RepairPlan
        {
            Changes = [],
            EncodesSound = info.Audio is { Codec: not "aac" },
            MixesSound = info.Audio is { Codec: not "aac", Channels: > 2 },
            CopiesH265 = !encodes && video.Codec == "h265",
            Longest = longest,
        };

        if (encodes)
        {
            plan = plan with
            {
                Fit = FitOf(info, video),
                FrameRate = NewRate(video.FrameRate),
                VideoBitrate = BitrateFor(info.Duration ?? longest, request.Limits.LargestFile),
            };
        }

        return plan with
        {
            Changes = [.. plan.Sentences(info, video)],
        };
    }

    // Up by whole multiples, so that every picture is shown equally long.
    private static double? NewRate(double? rate)
    {
        if (rate is not > 0)
        {
            return Usual;
        }

        if (rate > VideoLimits.HighestFrameRate)
        {
            return VideoLimits.HighestFrameRate;
        }

        return rate < VideoLimits.LowestFrameRate
            ? rate * Math.Ceiling(VideoLimits.LowestFrameRate / rate.Value)
            : null;
    }

    private static bool NeedsEncoding(LimitFinding finding) => finding.Limit != VideoLimit.Container;

    private static PictureFit FitOf(MediaInfo info, MediaTrack video)
    {
        // Versions of ffmpeg differ in whether they turn these.
        if (video.Rotation != 0 && info.Container is MediaContainer.WebM or MediaContainer.Matroska)
        {
            throw new ClipyardException(
                FailureCatalogue.UnsupportedMedia,
                "The video is a WebM that players have to turn, which no repair here can do."
            );
        }

        return PictureFit.For(
            video.DisplayWidth is > 0 and var width ? width : video.Width ?? 0,
            video.DisplayHeight is > 0 and var height ? height : video.Height ?? 0
        );
    }

    private static long BitrateFor(TimeSpan duration, long largestFile)
    {
        // The encoder may be ahead of its rate by one second's worth.
        var seconds = duration.TotalSeconds + 1;
        var affordable = (largestFile * 8 * UsableShare / seconds) - AudioBitrate;
        return affordable >= WorstBitrate
            ? (long)Math.Min(affordable, BestBitrate)
            : throw new ClipyardException(
                FailureCatalogue.VideoTooLarge,
                $"The video lasts {Words.Of(duration)}; in {Words.Bytes(largestFile)} nothing of it could be recognised."
            );
    }

    private IEnumerable<string> Sentences(MediaInfo info, MediaTrack video)
    {
        if (info.Container != MediaContainer.Mp4)
        {
            yield return $"The file is an MP4 now (was {NameOf(info.Container)}).";
        }
        else if (!info.IsFaststart)
        {
            yield return "The index was moved to the front of the file.";
        }

        if (Fit is null)
        {
            yield return "The pictures are as they were.";
        }
        else
        {
            yield return video.Codec == "h264"
                ? "The pictures were encoded again as H.264."
                : $"The pictures were encoded as H.264 (were {video.Codec}).";
        }

        foreach (var sentence in PictureSentences(video))
        {
            yield return sentence;
        }

        if (FrameRate is { } rate)
        {
            var before = video.FrameRate is { } known ? Words.Rate(known) : "an unknown number";
            yield return $"The video has {Words.Rate(rate)} pictures a second now (had {before}).";
        }

        if (EncodesSound)
        {
            yield return $"The sound was encoded as AAC (was {info.Audio?.Codec}).";
        }

        var kept = info.Audio is null ? 1 : 2;
        if (info.Tracks.Count > kept)
        {
            yield return $"Only the first pictures and the first sound were kept, of {info.Tracks.Count} tracks.";
        }
    }

    private IEnumerable<string> PictureSentences(MediaTrack video)
    {
        if (Fit is null)
        {
            yield break;
        }

        if (video.Rotation != 0)
        {
            yield return $"The pictures were turned by {video.Rotation} degrees, as the file asked players to do.";
        }

        var before = (video.DisplayWidth ?? 0, video.DisplayHeight ?? 0);
        if (before != (Fit.Width, Fit.Height))
        {
            yield return $"The pictures were scaled from {before.Item1}x{before.Item2} to {Fit.Width}x{Fit.Height} pixels.";
        }

        if (Fit.IsPadded)
        {
            yield return $"Black bars were added, to {Fit.FrameWidth}x{Fit.FrameHeight} pixels.";
        }
    }

    private static string NameOf(MediaContainer container) =>
        container switch
        {
            MediaContainer.Mov => "MOV",
            MediaContainer.WebM => "WebM",
            _ => "Matroska",
        };
}
