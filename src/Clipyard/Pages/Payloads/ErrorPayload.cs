using System.Text.Json.Serialization;

namespace Clipyard.Pages.Payloads;

/// <summary>An answer that is only an error.</summary>
internal sealed class ErrorPayload
{
    public long? Code { get; set; }

    public string? Message { get; set; }

    public long? StatusCode { get; set; }

    [JsonPropertyName("status_code")]
    public long? StatusCodeSnake { get; set; }

    public string? StatusMsg { get; set; }

    [JsonPropertyName("status_msg")]
    public string? StatusMsgSnake { get; set; }
}
