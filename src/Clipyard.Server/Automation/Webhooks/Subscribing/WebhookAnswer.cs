using System.ComponentModel;
using System.Security.Claims;
using Clipyard.Server.Identity;

namespace Clipyard.Server.Automation.Webhooks.Subscribing;

/// <summary>A webhook as its owner sees it.</summary>
internal record WebhookAnswer
{
    public required Guid Id { get; init; }

    [Description("Whole for whoever may change it; for others its origin, with /… where more follows.")]
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

    /// <summary>A webhook for whoever may change it.</summary>
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

    /// <summary>As somebody sees it: an address often is a key by itself, and reading is not to hand it out.</summary>
    public WebhookAnswer For(ClaimsPrincipal caller) =>
        PersonPolicy.IsMet(caller) ? this : this with { Url = Shortened(new Uri(Url)) };

    private static string Shortened(Uri url) =>
        url.GetLeftPart(UriPartial.Authority) + (url.PathAndQuery == "/" ? "/" : "/…");
}
