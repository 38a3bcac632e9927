using System.ComponentModel;

namespace Clipyard.Server.Automation.Webhooks.Subscribing;

/// <summary>What is to change of a webhook; what is left out stays.</summary>
internal sealed record WebhookPatch
{
    [Description("Another address.")]
    public string? Url { get; init; }

    [Description("The types it listens to from now on.")]
    public IReadOnlyList<string?>? Events { get; init; }

    [Description("What to call it; empty for nothing.")]
    public string? Description { get; init; }

    [Description("False switches it off: what waits to be delivered fails. True switches it on (again).")]
    public bool? Enabled { get; init; }
}
