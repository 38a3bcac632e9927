using System.Text.Json.Serialization;

namespace Clipyard.Pages.Payloads;

/// <summary>One track in <c>subtitleInfos</c>.</summary>
internal sealed class SubtitlePayload
{
    [JsonPropertyName("LanguageCodeName")]
    public string? Language { get; set; }

    [JsonPropertyName("Url")]
    public string? Url { get; set; }

    [JsonPropertyName("UrlExpire")]
    public long? UrlExpire { get; set; }

    [JsonPropertyName("Format")]
    public string? Format { get; set; }

    [JsonPropertyName("Source")]
    public string? Source { get; set; }
}
