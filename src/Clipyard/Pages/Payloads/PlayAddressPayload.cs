using System.Text.Json.Serialization;
using Clipyard.Pages.Json;

namespace Clipyard.Pages.Payloads;

/// <summary>One file and its mirrors.</summary>
internal sealed class PlayAddressPayload
{
    [JsonPropertyName("UrlKey")]
    public string? UrlKey { get; set; }

    [JsonPropertyName("FileHash")]
    public string? FileHash { get; set; }

    [JsonPropertyName("DataSize")]
    public long? DataSize { get; set; }

    [JsonPropertyName("Width")]
    public long? Width { get; set; }

    [JsonPropertyName("Height")]
    public long? Height { get; set; }

    [JsonPropertyName("UrlList")]
    [JsonConverter(typeof(TolerantStrings))]
    public List<string>? UrlList { get; set; }
}
