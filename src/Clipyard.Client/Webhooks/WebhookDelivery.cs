namespace Clipyard.Client.Webhooks;

/// <summary>A message to a webhook or to a post's callback, and what became of it.</summary>
public sealed record WebhookDelivery
{
    /// <summary>The server's id of it.</summary>
    public required string Id { get; init; }

    /// <summary>To which webhook; null for a post's callback.</summary>
    public string? WebhookId { get; init; }

    /// <summary>Whose callback; null for a webhook's.</summary>
    public string? PostId { get; init; }

    /// <summary>The header <c>webhook-id</c>: the same however often it is sent.</summary>
    public required string MessageId { get; init; }

    /// <summary>What it tells: <c>post.in_inbox</c>.</summary>
    public required string Type { get; init; }

    /// <summary>How it stands.</summary>
    public DeliveryState State { get; init; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is sent next; null when it is not.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>When it was sent last; null when it never was.</summary>
    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>The receiver's last status; null when it did not answer.</summary>
    public int? LastStatus { get; init; }

    /// <summary>Why the last try was in vain, in a sentence; null when it was not.</summary>
    public string? LastError { get; init; }

    /// <summary>How long the last try took, in ms.</summary>
    public int? DurationMs { get; init; }

    /// <summary>The beginning of the receiver's last answer, when it is text and may be shown.</summary>
    public string? Response { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was received or given up; null while it is on its way.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
