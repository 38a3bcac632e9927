using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary><c>SIGI_STATE</c>: pages of 2021 to 2023.</summary>
internal sealed class SigiPayload
{
    [JsonPropertyName("ItemModule")]
    [JsonConverter(typeof(TolerantMap<ItemPayload>))]
    public Dictionary<string, ItemPayload>? ItemModule { get; set; }

    [JsonPropertyName("VideoPage")]
    [JsonConverter(typeof(TolerantObject<SigiPagePayload>))]
    public SigiPagePayload? VideoPage { get; set; }

    [JsonPropertyName("UserPage")]
    [JsonConverter(typeof(TolerantObject<SigiPagePayload>))]
    public SigiPagePayload? UserPage { get; set; }

    [JsonPropertyName("UserModule")]
    [JsonConverter(typeof(TolerantObject<SigiUsersPayload>))]
    public SigiUsersPayload? UserModule { get; set; }

    [JsonPropertyName("SEOState")]
    [JsonConverter(typeof(TolerantObject<SeoPayload>))]
    public SeoPayload? Seo { get; set; }
}
