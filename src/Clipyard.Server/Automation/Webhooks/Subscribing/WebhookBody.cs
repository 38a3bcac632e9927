using System.ComponentModel;

namespace Clipyard.Server.Automation.Webhooks.Subscribing;

/// <summary>A webhook to be made.</summary>
internal sealed record WebhookBody
{
    [Description("The https address that is called with POST; at most 2,048 characters.")]
    public string? Url { get; init; }

    [Description("The types it listens to, as ListWebhookEvents names them; at least one.")]
    public IReadOnlyList<string?>? Events { get; init; }

    [Description("What to call it; at most 200 characters.")]
    public string? Description { get; init; }
}
