using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Clipyard.Server.Automation.Webhooks.Subscribing;

/// <summary>A webhook and its secret.</summary>
internal sealed record MadeWebhookAnswer : WebhookAnswer
{
    [SetsRequiredMembers]
    public MadeWebhookAnswer(WebhookAnswer webhook, string? secret)
        : base(webhook) => Secret = secret;

    [Description("What its deliveries are signed with: whsec_ and base64. Shown here and by a rotation, nowhere else.")]
    public string? Secret { get; }
}
