using Clipyard.Failures;
using Clipyard.Media.Limits;
using Clipyard.Media.Probing;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Preparing.Staging;
using Clipyard.TikTokApi.Accounts;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Publishing.Preparing.Checks;

/// <summary>Compares a staged video with TikTok's limits, and writes down what it is.</summary>
internal sealed class VideoCheck(IOptions<PublishingOptions> options)
{
    /// <summary>TikTok's, with our own limit of size.</summary>
    public VideoLimits Limits { get; } = new() { LargestFile = options.Value.MaxVideoBytes };

    /// <summary>Measures a video.</summary>
    public async Task<LimitReport> RunAsync(StagedFile file, CreatorInfo? creator, CancellationToken cancellationToken)
    {
        var report = await MediaProbe.ReadAsync(file.Read(), cancellationToken);
        if (report.Info is { } info)
        {
            Describe(file.Row, info);
        }

        return Limits.Check(report, creator?.MaxVideoDuration);
    }

    /// <summary>The refusal of a video that does not keep them.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="name">What people call the file.</param>
    /// <param name="repair">What is to be said of a repair, in a sentence.</param>
    public static ClipyardException Refusal(LimitReport report, string name, string repair) =>
        new(
            report.Findings[0].Failure,
            $"{name}: {string.Join(' ', report.Findings.Select(finding => finding.Sentence))} {repair}"
        );

    private static void Describe(PostFile row, MediaInfo info)
    {
        row.ContentType = info.Container switch
        {
            MediaContainer.Mp4 => "video/mp4",
            MediaContainer.Mov => "video/quicktime",
            MediaContainer.WebM => "video/webm",
            _ => row.ContentType,
        };
        row.DurationMs = (long?)info.Duration?.TotalMilliseconds;
        row.Width = info.Video?.DisplayWidth;
        row.Height = info.Video?.DisplayHeight;
        row.FrameRate = info.Video?.FrameRate;
        row.VideoCodec = info.Video?.Codec;
    }
}
