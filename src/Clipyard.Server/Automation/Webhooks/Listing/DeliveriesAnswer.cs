namespace Clipyard.Server.Automation.Webhooks.Listing;

/// <summary>A page of messages, newest first.</summary>
internal sealed record DeliveriesAnswer(
    IReadOnlyList<DeliveryAnswer> Deliveries,
    int Count,
    int Total,
    string? NextCursor
);
