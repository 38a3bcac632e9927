using Clipyard.Videos;

namespace Clipyard.Server.Archive.Posts;

/// <summary>One rendition of a video.</summary>
internal sealed record FormatAnswer(
    string FormatId,
    string? Quality,
    string Container,
    string? Codec,
    int? Width,
    int? Height,
    long? Bitrate,
    long? SizeBytes,
    bool HasAudio,
    bool Watermark,
    IReadOnlyList<string> Urls,
    DateTimeOffset? ExpiresAt
)
{
    public static FormatAnswer From(Rendition rendition) =>
        new(
            rendition.FormatId,
            rendition.QualityLabel,
            rendition.Container,
            rendition.Codec switch
            {
                VideoCodec.H264 => "h264",
                VideoCodec.H265 => "h265",
                VideoCodec.ByteVc2 => "bytevc2",
                _ => null,
            },
            rendition.WidthPixels,
            rendition.HeightPixels,
            rendition.BitsPerSecond,
            rendition.SizeBytes,
            rendition.HasAudio,
            rendition.HasWatermark,
            rendition.Urls,
            rendition.ExpiresAt
        );
}
