namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>What the event stream says of a webhook that the server switched off.</summary>
internal sealed record WebhookDisabledData(Guid WebhookId, string? Description, string Host, string Reason);
