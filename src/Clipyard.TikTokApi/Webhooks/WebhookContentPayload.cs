namespace Clipyard.TikTokApi.Webhooks;

internal sealed class WebhookContentPayload
{
    public string? PublishId { get; init; }

    public string? PublishType { get; init; }

    public string? PostId { get; init; }

    /// <summary>Of a failure its word, of a removed authorization its number.</summary>
    public string? Reason { get; init; }

    public string? FailReason { get; init; }
}
