namespace Clipyard.Server.Automation.Webhooks.Subscribing;

/// <summary>The audit log's words for what becomes of webhooks.</summary>
internal static class WebhookAudit
{
    public const string Made = "webhook.made";
    public const string Changed = "webhook.changed";
    public const string Removed = "webhook.removed";
    public const string SecretRotated = "webhook.secret_rotated";

    /// <summary>Switched off by the server; also an event of the stream.</summary>
    public const string Disabled = "webhook.disabled";

    /// <summary>The callbacks' secret, as a subject.</summary>
    public const string Callbacks = "callbacks";
}
