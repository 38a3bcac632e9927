using Clipyard.Links;
using Clipyard.Pages.Conversion;
using Clipyard.Videos;

namespace Clipyard.YtDlp;

internal static class YtDlpConversion
{
    /// <summary>Up to here every whole number has a double of its own (2^53).</summary>
    private const double LargestWhole = 9_007_199_254_740_992;

    /// <summary>A year: no post is nearly as long.</summary>
    private const double LongestSeconds = 365 * 24 * 3600;

    /// <summary>The last second of the year 9999.</summary>
    private const long LatestSecond = 253_402_300_799;

    public static VideoInfo ToVideo(VideoId id, YtDlpPayload payload)
    {
        var caption = payload.Description ?? payload.Title ?? "";
        var username = payload.Uploader;
        return new VideoInfo
        {
            Id = id,
            Kind = PostKind.Video,
            Url = new TikTokLink.Video(id, username).CanonicalUrl,
            Caption = caption,
            CreatedAt = Whole(payload.Timestamp) is { } seconds and <= LatestSecond
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null,
            Duration = payload.Duration is { } duration and >= 0 and <= LongestSeconds
                ? TimeSpan.FromSeconds(duration)
                : null,
            Author = new Author(
                payload.UploaderId,
                username,
                payload.Channel ?? payload.Creator,
                payload.ChannelId,
                IsVerified: null,
                AvatarUrl: null
            ),
            Counts = new PostCounts
            {
                Plays = Whole(payload.ViewCount),
                Likes = Whole(payload.LikeCount),
                Comments = Whole(payload.CommentCount),
                Shares = Whole(payload.RepostCount),
                Saves = Whole(payload.SaveCount),
            },
            Hashtags = CaptionLinks.Hashtags(caption, marks: null),
            Mentions = CaptionLinks.Mentions(caption, marks: null),
            Music = payload.Track is null ? null : new Music(null, payload.Track, payload.Artist, null, null),
            Covers =
            [
                .. (payload.Thumbnails ?? [])
                    .Select(thumbnail => thumbnail.Url)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal),
            ],
            Renditions = RenditionOrder.BestFirst((payload.Formats ?? []).Select(ToRendition).OfType<Rendition>()),
        };
    }

    // A number that cannot be right is none.
    private static long? Whole(double? number) => number is >= 0 and <= LargestWhole ? (long)number : null;

    private static int? Pixels(double? number) => number is >= 0 and <= int.MaxValue ? (int)number : null;

    private static Rendition? ToRendition(YtDlpFormat format)
    {
        // "none" is yt-dlp's word for a missing track; the audio-only entry is the linked sound, not the video's mix.
        if (format is not { FormatId: { } formatId, Url: { } url } || format.Vcodec == "none")
        {
            return null;
        }

        return new Rendition
        {
            FormatId = formatId,
            QualityLabel = format.FormatNote,
            Container = format.Ext ?? "mp4",
            Codec = format.Vcodec switch
            {
                "h264" => VideoCodec.H264,
                "h265" or "bytevc1" => VideoCodec.H265,
                "bytevc2" => VideoCodec.ByteVc2,
                _ => VideoCodec.Unknown,
            },
            WidthPixels = Pixels(format.Width),
            HeightPixels = Pixels(format.Height),
            BitsPerSecond = Whole(format.Tbr * 1000),
            SizeBytes = Whole(format.Filesize),
            HasAudio = format.Acodec != "none",
            HasWatermark = formatId.StartsWith("download", StringComparison.Ordinal),
            Urls = [url],
        };
    }
}
