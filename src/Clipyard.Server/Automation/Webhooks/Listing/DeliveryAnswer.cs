using System.ComponentModel;
using Clipyard.Server.Automation.Webhooks.Delivering;

namespace Clipyard.Server.Automation.Webhooks.Listing;

/// <summary>What became of a message.</summary>
internal sealed record DeliveryAnswer
{
    public required Guid Id { get; init; }

    [Description("To which webhook; null for a post's callback.")]
    public Guid? WebhookId { get; init; }

    [Description("Whose callback; null for a webhook's.")]
    public Guid? PostId { get; init; }

    [Description("The header webhook-id: the same however often it is sent.")]
    public required string MessageId { get; init; }

    [Description("What it tells, such as post.in_inbox.")]
    public required string Type { get; init; }

    public required DeliveryState State { get; init; }

    [Description("How often it was sent.")]
    public required int Attempts { get; init; }

    [Description("When it is sent again; null when it is not.")]
    public DateTimeOffset? NextAttemptAt { get; init; }

    public DateTimeOffset? LastAttemptAt { get; init; }

    [Description("The receiver's last status; null when it did not answer.")]
    public int? LastStatus { get; init; }

    [Description("Why the last try was in vain; null when it was not.")]
    public string? LastError { get; init; }

    [Description("How long the last try took, in milliseconds.")]
    public int? DurationMs { get; init; }

    [Description(
        "The beginning of the receiver's last answer, when it is text: at most 1 KB. Null for origins in Network:TrustedOrigins."
    )]
    public string? Response { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    [Description("When it was received or given up; null while it is on its way.")]
    public DateTimeOffset? EndedAt { get; init; }

    public static DeliveryAnswer Of(WebhookDelivery delivery) =>
        new()
        {
            Id = delivery.Id,
            WebhookId = delivery.WebhookId,
            PostId = delivery.PostId,
            MessageId = delivery.MessageId,
            Type = delivery.Type,
            State = delivery.State,
            Attempts = delivery.Attempts,
            NextAttemptAt = delivery.NextAttemptAt,
            LastAttemptAt = delivery.LastAttemptAt,
            LastStatus = delivery.LastStatus,
            LastError = delivery.LastError,
            DurationMs = delivery.DurationMs,
            Response = delivery.Response,
            CreatedAt = delivery.CreatedAt,
            EndedAt = delivery.EndedAt,
        };
}
