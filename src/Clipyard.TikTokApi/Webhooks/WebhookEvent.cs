using Clipyard.TikTokApi.Posting;

namespace Clipyard.TikTokApi.Webhooks;

/// <summary>One notification. TikTok sends each at least once, for up to 72 hours, in no promised order.</summary>
public sealed record WebhookEvent
{
    /// <summary>TikTok's own name, such as <c>post.publish.complete</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The same for programs.</summary>
    public WebhookKind Kind =>
        Name switch
        {
            "authorization.removed" => WebhookKind.AuthorizationRemoved,
            "post.publish.failed" => WebhookKind.PostFailed,
            "post.publish.complete" => WebhookKind.PostComplete,
            "post.publish.inbox_delivered" => WebhookKind.InboxDelivered,
            "post.publish.publicly_available" or "post.publish.publicaly_available" => WebhookKind.PubliclyAvailable,

            // The first spelling is TikTok's.
            "post.publish.no_longer_publicaly_available" or "post.publish.no_longer_publicly_available" =>
                WebhookKind.NoLongerPubliclyAvailable,
            _ => WebhookKind.Unknown,
        };

    /// <summary>The app that it is for.</summary>
    public string? ClientKey { get; init; }

    /// <summary>The account, as this app knows it; null for events without one.</summary>
    public string? OpenId { get; init; }

    /// <summary>When it happened, to the second; null when it does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The post under way that it is about.</summary>
    public PublishId? PublishId { get; init; }

    /// <summary><c>DIRECT_PUBLISH</c>, <c>INBOX_SHARE</c>, or what TikTok calls it one day.</summary>
    public string? PublishType { get; init; }

    /// <summary>The public post: digits, kept as text.</summary>
    public string? PostId { get; init; }

    /// <summary>TikTok's own word for why a post failed; null otherwise.</summary>
    public string? FailReason { get; init; }

    /// <summary>The same in our catalogue; null unless a post failed.</summary>
    public Failure? Failure => Kind == WebhookKind.PostFailed ? TikTokFailures.OfFailReason(FailReason) : null;

    /// <summary>Why the connection ended; null for other events.</summary>
    public RemovalReason? RemovalReason { get; init; }

    /// <summary>The event's own members, as TikTok sent them: a JSON document.</summary>
    public string Content { get; init; } = "";

    /// <summary>Equal for deliveries of the same event, whatever their signatures.</summary>
    public string DeduplicationKey =>
        string.Join('|', Name, OpenId, PublishId?.Value, PostId, CreatedAt?.ToUnixTimeSeconds());
}
