namespace Clipyard.Client.Webhooks;

/// <summary>Since when what failed is to be sent again, and how much that was.</summary>
internal sealed record ReplayPayload
{
    public DateTimeOffset? Since { get; init; }

    public int? Replayed { get; init; }
}
