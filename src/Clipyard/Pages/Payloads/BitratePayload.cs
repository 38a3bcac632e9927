using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>One rendition in <c>bitrateInfo</c>.</summary>
internal sealed class BitratePayload
{
    [JsonPropertyName("Bitrate")]
    public long? Bitrate { get; set; }

    [JsonPropertyName("GearName")]
    public string? GearName { get; set; }

    [JsonPropertyName("CodecType")]
    public string? CodecType { get; set; }

    [JsonPropertyName("Format")]
    public string? Format { get; set; }

    [JsonPropertyName("PlayAddr")]
    [JsonConverter(typeof(TolerantObject<PlayAddressPayload>))]
    public PlayAddressPayload? PlayAddr { get; set; }
}
