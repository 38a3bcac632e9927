using System.Text.Json.Serialization;

namespace Clipyard.Pages.Payloads;

/// <summary>The cover in several sizes, all of them still.</summary>
internal sealed class ZoomCoverPayload
{
    [JsonPropertyName("960")]
    public string? W960 { get; set; }

    [JsonPropertyName("720")]
    public string? W720 { get; set; }

    [JsonPropertyName("480")]
    public string? W480 { get; set; }

    [JsonPropertyName("240")]
    public string? W240 { get; set; }
}
