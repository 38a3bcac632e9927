namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>Where a message goes now.</summary>
/// <param name="Address">The address, perhaps a secret; null: nowhere any more.</param>
/// <param name="SecretId">What it is signed with.</param>
/// <param name="Gone">Why there is no address; null when there is one.</param>
/// <param name="WebhookRevision">The webhook as it was looked at; null for a callback.</param>
internal sealed record Target(string? Address, Guid SecretId, string? Gone = null, int? WebhookRevision = null);
