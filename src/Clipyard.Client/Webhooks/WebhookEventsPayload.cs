namespace Clipyard.Client.Webhooks;

/// <summary>What webhooks can listen to.</summary>
internal sealed record WebhookEventsPayload
{
    public IReadOnlyList<WebhookEvent>? Events { get; init; }
}
