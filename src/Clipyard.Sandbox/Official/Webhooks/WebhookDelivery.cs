namespace Clipyard.Sandbox.Official.Webhooks;

/// <summary>One event on its way to an app.</summary>
public sealed record WebhookDelivery
{
    /// <summary>1 for the first event, then counting on.</summary>
    public required long Id { get; init; }

    /// <summary>The app.</summary>
    public required string ClientKey { get; init; }

    /// <summary>The event's name.</summary>
    public required string Event { get; init; }

    /// <summary>Where it goes.</summary>
    public required string Url { get; init; }

    /// <summary>The body, byte for byte.</summary>
    public required string Body { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The tries so far, oldest first.</summary>
    public IReadOnlyList<WebhookAttempt> Attempts { get; init; } = [];

    /// <summary>When it is tried next; null when it was taken or given up.</summary>
    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>Whether it was answered with 200.</summary>
    public bool Delivered { get; init; }
}
