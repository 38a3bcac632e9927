namespace Clipyard.Client.Webhooks;

/// <summary>What is to be different about a webhook. What is null stays.</summary>
public sealed record WebhookChange
{
    /// <summary>Another address; messages that wait go there, too.</summary>
    public string? Url { get; init; }

    /// <summary>All types that it listens to from now on.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>What to call it; empty for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>False switches it off, and what is on its way fails. True switches it on.</summary>
    public bool? Enabled { get; init; }

    /// <summary>What may be shown: the address, which often is a secret, does not belong into logs.</summary>
    public override string ToString() =>
        (Description ?? "webhook")
        + (Events is null ? "" : $" ({string.Join(' ', Events)})")
        + (Url is null ? "" : ", another address")
        + Enabled switch
        {
            null => "",
            true => ", on",
            false => ", off",
        };
}
