using Clipyard.Links;
using Clipyard.Pages.Conversion;
using Clipyard.Videos;

namespace Clipyard.YtDlp;

internal static class YtDlpConversion
{
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
            CreatedAt = payload.Timestamp is { } seconds ? DateTimeOffset.FromUnixTimeSeconds((long)seconds) : null,
            Duration = payload.Duration is { } duration ? TimeSpan.FromSeconds(duration) : null,
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
                Plays = (long?)payload.ViewCount,
                Likes = (long?)payload.LikeCount,
                Comments = (long?)payload.CommentCount,
                Shares = (long?)payload.RepostCount,
                Saves = (long?)payload.SaveCount,
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
            WidthPixels = (int?)format.Width,
            HeightPixels = (int?)format.Height,
            BitsPerSecond = (long?)(format.Tbr * 1000),
            SizeBytes = (long?)format.Filesize,
            HasAudio = format.Acodec != "none",
            HasWatermark = formatId.StartsWith("download", StringComparison.Ordinal),
            Urls = [url],
        };
    }
}
