namespace Clipyard.Client.Webhooks;

/// <summary>A webhook to be made.</summary>
public sealed record WebhookRequest
{
    /// <summary>
    /// What is called with POST: https and on the public internet, or an origin of the server's <c>Network:TrustedOrigins</c>;
    /// at most 2,048 characters.
    /// </summary>
    public required string Url { get; init; }

    /// <summary>The types it listens to, at least one of <see cref="WebhooksClient.GetEventsAsync"/>.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>What to call it; at most 200 characters.</summary>
    public string? Description { get; init; }

    /// <summary>What may be shown: the address, which often is a secret, does not belong into logs.</summary>
    public override string ToString() => $"{Description ?? "webhook"} ({string.Join(' ', Events)})";
}
