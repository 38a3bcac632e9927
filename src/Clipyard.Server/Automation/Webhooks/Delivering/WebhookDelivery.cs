using Clipyard.Server.Data;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>A message on its way to one receiver. What it says never changes.</summary>
internal sealed class WebhookDelivery : IOwned
{
    public Guid Id { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>To which webhook; null for a post's callback.</summary>
    public Guid? WebhookId { get; set; }

    /// <summary>Whose callback; null for a webhook's.</summary>
    public Guid? PostId { get; set; }

    /// <summary>The event of the stream that it tells; null for a test.</summary>
    public long? EventId { get; set; }

    /// <summary>What it tells: <c>post.in_inbox</c>.</summary>
    public required string Type { get; set; }

    /// <summary>The JSON document that is sent, byte for byte the same each time.</summary>
    public required string Body { get; set; }

    /// <summary>Which lane sends it.</summary>
    public required string Lane { get; set; }

    public DeliveryState State { get; set; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; set; }

    /// <summary>How often in vain since it was last asked for: says how long to wait.</summary>
    public int FailedInARow { get; set; }

    /// <summary>When it is sent; null when it is not.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    public DateTimeOffset? LastAttemptAt { get; set; }

    /// <summary>The receiver's last status; null when there was no answer.</summary>
    public int? LastStatus { get; set; }

    /// <summary>Why the last try was in vain; null when it was not.</summary>
    public string? LastError { get; set; }

    /// <summary>How long the last try took.</summary>
    public int? DurationMs { get; set; }

    /// <summary>The beginning of the receiver's last answer, when it is text.</summary>
    public string? Response { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was taken, or given up; null while it is on its way.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What receivers know it by: the same however often it is sent.</summary>
    public string MessageId => $"msg_{Id:N}";
}
