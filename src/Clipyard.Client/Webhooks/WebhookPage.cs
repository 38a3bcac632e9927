namespace Clipyard.Client.Webhooks;

/// <summary>A page of webhooks.</summary>
internal sealed record WebhookPage
{
    public IReadOnlyList<Webhook>? Webhooks { get; init; }

    public string? NextCursor { get; init; }
}
