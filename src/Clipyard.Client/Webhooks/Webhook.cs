namespace Clipyard.Client.Webhooks;

/// <summary>An address that the server calls when something happens.</summary>
public sealed record Webhook
{
    /// <summary>The server's id of it.</summary>
    public required string Id { get; init; }

    /// <summary>What is called: whole for whoever may change it, for others its origin, with <c>/…</c> where more follows.</summary>
    public required string Url { get; init; }

    /// <summary>What its owner calls it; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>The types it listens to: <c>post.in_inbox</c>.</summary>
    public IReadOnlyList<string> Events
    {
        get => field ?? [];
        init;
    }

    /// <summary>Whether it is on.</summary>
    public bool Enabled { get; init; }

    /// <summary>When it was switched off; null while it is on.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Why it was switched off; null while it is on.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>The first failed try since the last message that was received; null when the last one was.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What its messages are signed with: only in the answer that made it.</summary>
    public string? Secret { get; init; }

    /// <summary>What may be shown: neither the secret nor the address, which often is one, belongs into logs.</summary>
    public override string ToString() => $"{Id} ({string.Join(' ', Events)})";
}
