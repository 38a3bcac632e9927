namespace Clipyard.TikTokApi.Webhooks;

internal sealed class WebhookPayload
{
    public string? ClientKey { get; init; }

    public string? Event { get; init; }

    public long? CreateTime { get; init; }

    public string? UserOpenid { get; init; }

    /// <summary>A JSON document in a string.</summary>
    public string? Content { get; init; }
}
