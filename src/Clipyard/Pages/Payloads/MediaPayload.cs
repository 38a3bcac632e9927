using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>A post's <c>video</c>. Photo posts have one, too, with zeros and empty addresses.</summary>
internal sealed class MediaPayload
{
    public long? Width { get; set; }

    public long? Height { get; set; }

    public long? Duration { get; set; }

    public string? Ratio { get; set; }

    public string? Definition { get; set; }

    public string? Format { get; set; }

    public string? CodecType { get; set; }

    public long? Bitrate { get; set; }

    public long? Size { get; set; }

    public string? Cover { get; set; }

    public string? OriginCover { get; set; }

    public string? ReflowCover { get; set; }

    [JsonConverter(typeof(TolerantStrings))]
    public List<string>? ShareCover { get; set; }

    [JsonConverter(typeof(TolerantObject<ZoomCoverPayload>))]
    public ZoomCoverPayload? ZoomCover { get; set; }

    /// <summary>An address; in some years a list of objects with one.</summary>
    [JsonConverter(typeof(TolerantStrings))]
    public List<string>? PlayAddr { get; set; }

    [JsonPropertyName("PlayAddrStruct")]
    [JsonConverter(typeof(TolerantObject<PlayAddressPayload>))]
    public PlayAddressPayload? PlayAddrStruct { get; set; }

    /// <summary>The file with TikTok's watermark.</summary>
    [JsonConverter(typeof(TolerantStrings))]
    public List<string>? DownloadAddr { get; set; }

    [JsonConverter(typeof(TolerantList<BitratePayload>))]
    public List<BitratePayload>? BitrateInfo { get; set; }

    [JsonConverter(typeof(TolerantList<SubtitlePayload>))]
    public List<SubtitlePayload>? SubtitleInfos { get; set; }
}
