namespace Clipyard.Sandbox.Official.Webhooks;

/// <summary>One try to deliver a webhook.</summary>
/// <param name="Time">When (UTC).</param>
/// <param name="Signature">The header it carried.</param>
/// <param name="Status">The answer's status; 0 without an answer.</param>
public sealed record WebhookAttempt(DateTimeOffset Time, string Signature, int Status);
