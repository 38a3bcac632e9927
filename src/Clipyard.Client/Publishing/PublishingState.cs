namespace Clipyard.Client.Publishing;

/// <summary>Whether a server's posts go out.</summary>
public sealed record PublishingState
{
    /// <summary>Whether nothing goes out.</summary>
    public bool Paused { get; init; }

    /// <summary>Why not, in a sentence; null when posts go out.</summary>
    public string? Reason { get; init; }

    /// <summary>Since when nothing does (UTC); null when posts go out.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Whether messages to webhooks and callbacks wait, too: after a restore, or as somebody said.</summary>
    public bool HoldsMessages { get; init; }

    /// <summary>How many posts of all owners have not come to rest.</summary>
    public int Open { get; init; }

    /// <summary>Those, oldest first; the first 1,000.</summary>
    public IReadOnlyList<OpenPost> Posts { get; init; } = [];
}
