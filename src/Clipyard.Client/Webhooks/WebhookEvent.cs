namespace Clipyard.Client.Webhooks;

/// <summary>A type of event that webhooks can listen to.</summary>
public sealed record WebhookEvent
{
    /// <summary>Its name: <c>post.in_inbox</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When it is told, in a sentence.</summary>
    public string? Description { get; init; }
}
