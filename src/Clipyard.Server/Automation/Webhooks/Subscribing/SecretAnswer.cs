using System.ComponentModel;

namespace Clipyard.Server.Automation.Webhooks.Subscribing;

/// <summary>A signing secret.</summary>
/// <param name="Secret">What is signed with.</param>
/// <param name="OldUntil">Until when the one before signs too.</param>
internal sealed record SecretAnswer(
    [property: Description("What is signed with: whsec_ and base64. Null when it cannot be read any more: rotate it.")]
        string? Secret,
    [property: Description("Until when there is a second signature, with the secret before; null when there is none.")]
        DateTimeOffset? OldUntil
);
