namespace Clipyard.Client.Webhooks;

/// <summary>A page of deliveries.</summary>
internal sealed record DeliveryPage
{
    public IReadOnlyList<WebhookDelivery>? Deliveries { get; init; }

    public string? NextCursor { get; init; }
}
