using System.Globalization;
using Clipyard.Pages.Payloads;
using Clipyard.Videos;

namespace Clipyard.Pages.Conversion;

/// <summary>Turns a post's <c>video</c> into the list of its renditions, best first.</summary>
internal static class RenditionConversion
{
    public static IReadOnlyList<Rendition> ToRenditions(MediaPayload media)
    {
        var renditions = new List<Rendition>();
        foreach (var entry in media.BitrateInfo ?? [])
        {
            Add(renditions, FromEntry(entry, media));
        }

        var play = Base(media);
        if (!IsListed(renditions, play))
        {
            Add(renditions, play);
        }

        Add(renditions, Watermarked(media));
        return RenditionOrder.BestFirst(renditions);
    }

    private static void Add(List<Rendition> renditions, Rendition? rendition)
    {
        if (rendition is not { Urls.Count: > 0 })
        {
            return;
        }

        // Names tell renditions apart, also after a refresh: a second one of the same name gets a number.
        var sameName = renditions.Count(other => other.FormatId.Split('#')[0] == rendition.FormatId);
        renditions.Add(
            sameName == 0 ? rendition : rendition with { FormatId = $"{rendition.FormatId}#{sameName + 1}" }
        );
    }

    private static bool IsListed(List<Rendition> renditions, Rendition play) =>
        renditions.Exists(rendition =>
            rendition.Urls.Any(url => play.Urls.Any(other => MediaAddress.AreSameFile(url, other)))
        );

    private static Rendition FromEntry(BitratePayload entry, MediaPayload media)
    {
        var file = entry.PlayAddr;
        var key = RenditionKey.Read(file?.UrlKey);
        var label = key?.Label ?? LabelOf(entry.GearName);
        var codec = CodecOf(entry.CodecType) ?? CodecOf(key?.Codec) ?? VideoCodec.Unknown;
        var urls = MediaAddress.Rank(file?.UrlList);
        var isBaseSize = string.Equals(label, LabelOf(media), StringComparison.Ordinal);

        return new Rendition
        {
            FormatId = key?.FormatId ?? NameOf(codec, label, entry),
            QualityLabel = label,
            Container = Values.Text(entry.Format) ?? "mp4",
            Codec = codec,
            WidthPixels = Values.Pixels(file?.Width) ?? (isBaseSize ? Values.Pixels(media.Width) : null),
            HeightPixels = Values.Pixels(file?.Height) ?? (isBaseSize ? Values.Pixels(media.Height) : null),
            BitsPerSecond = Values.Positive(entry.Bitrate) ?? key?.BitsPerSecond,
            SizeBytes = Values.Positive(file?.DataSize),
            FileHash = Values.Text(file?.FileHash),
            HasAudio = !urls.Any(MediaAddress.IsVideoOnly),
            Urls = urls,
            ExpiresAt = MediaAddress.ExpiryOf(urls),
        };
    }

    /// <summary>The stream that TikTok's own player begins with: clean, and in all captures H.264 where it says so.</summary>
    private static Rendition Base(MediaPayload media)
    {
        var urls = MediaAddress.Rank([.. media.PlayAddr ?? [], .. media.PlayAddrStruct?.UrlList ?? []]);
        return new Rendition
        {
            FormatId = "play",
            QualityLabel = LabelOf(media),
            Container = Values.Text(media.Format) ?? "mp4",
            Codec = CodecOf(media.CodecType) ?? VideoCodec.Unknown,
            WidthPixels = Values.Pixels(media.Width),
            HeightPixels = Values.Pixels(media.Height),
            BitsPerSecond = Values.Positive(media.Bitrate),
            SizeBytes = Values.Positive(media.Size) ?? Values.Positive(media.PlayAddrStruct?.DataSize),
            FileHash = Values.Text(media.PlayAddrStruct?.FileHash),
            HasAudio = !urls.Any(MediaAddress.IsVideoOnly),
            Urls = urls,
            ExpiresAt = MediaAddress.ExpiryOf(urls),
        };
    }

    private static Rendition Watermarked(MediaPayload media)
    {
        var urls = MediaAddress.Rank(media.DownloadAddr);
        return new Rendition
        {
            FormatId = "download",
            Container = Values.Text(media.Format) ?? "mp4",
            HasWatermark = true,
            HasAudio = !urls.Any(MediaAddress.IsVideoOnly),
            Urls = urls,
            ExpiresAt = MediaAddress.ExpiryOf(urls),
        };
    }

    private static VideoCodec? CodecOf(string? name) =>
        name switch
        {
            null or "" => null,
            "h264" => VideoCodec.H264,
            "bytevc2" => VideoCodec.ByteVc2,
            "bytevc1" => VideoCodec.H265,
            _ when name.StartsWith("h265", StringComparison.Ordinal) => VideoCodec.H265,
            _ when name.StartsWith("h266", StringComparison.Ordinal) => VideoCodec.ByteVc2,
            _ => VideoCodec.Unknown,
        };

    private static string? LabelOf(MediaPayload media) => Values.Text(media.Definition) ?? Values.Text(media.Ratio);

    /// <summary><c>adapt_lower_720_1</c> is 720p.</summary>
    private static string? LabelOf(string? gear)
    {
        foreach (var part in gear?.Split('_') ?? [])
        {
            if (part.Length is 3 or 4 && !part.AsSpan().ContainsAnyExceptInRange('0', '9'))
            {
                return $"{part}p";
            }
        }

        return null;
    }

    private static string NameOf(VideoCodec codec, string? label, BitratePayload entry)
    {
        var name = codec switch
        {
            VideoCodec.H264 => "h264",
            VideoCodec.H265 => "bytevc1",
            VideoCodec.ByteVc2 => "bytevc2",
            _ => "unknown",
        };
        return $"{name}_{label ?? "0p"}_{entry.Bitrate ?? 0}";
    }
}
