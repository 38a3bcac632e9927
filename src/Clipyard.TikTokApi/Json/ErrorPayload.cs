using System.Text.Json.Serialization;

namespace Clipyard.TikTokApi.Json;

/// <summary>The <c>error</c> member of an envelope. TikTok's tables say <c>logid</c>, its answers <c>log_id</c>.</summary>
internal sealed class ErrorPayload
{
    public string? Code { get; init; }

    public string? Message { get; init; }

    public string? LogId { get; init; }

    [JsonPropertyName("logid")]
    public string? OtherLogId { get; init; }
}
