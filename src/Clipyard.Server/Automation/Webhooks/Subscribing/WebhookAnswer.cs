using System.ComponentModel;

namespace Clipyard.Server.Automation.Webhooks.Subscribing;

/// <summary>A webhook as its owner sees it.</summary>
internal record WebhookAnswer
{
    public required Guid Id { get; init; }

    public required string Url { get; init; }

    public string? Description { get; init; }

    public required IReadOnlyList<string> Events { get; init; }

    public required bool Enabled { get; init; }

    [Description("When it was switched off; null while it is on.")]
    public DateTimeOffset? DisabledAt { get; init; }

    [Description("Why it was switched off; null while it is on.")]
    public string? DisabledReason { get; init; }

    [Description("The first failed try since the last delivery that was received; null when the last one was.")]
    public DateTimeOffset? FailingSince { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public static WebhookAnswer Of(Webhook webhook) =>
        new()
        {
            Id = webhook.Id,
            Url = webhook.Url,
            Description = webhook.Description,
            Events = webhook.Events.Split(' '),
            Enabled = webhook.IsEnabled,
            DisabledAt = webhook.DisabledAt,
            DisabledReason = webhook.DisabledReason,
            FailingSince = webhook.FailingSince,
            CreatedAt = webhook.CreatedAt,
            UpdatedAt = webhook.UpdatedAt,
        };
}
