namespace Clipyard.Server.Automation.Webhooks.Subscribing;

/// <summary>A page of webhooks, newest first.</summary>
internal sealed record WebhooksAnswer(IReadOnlyList<WebhookAnswer> Webhooks, int Count, int Total, string? NextCursor);
