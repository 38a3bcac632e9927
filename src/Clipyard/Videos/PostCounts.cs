namespace Clipyard.Videos;

/// <summary>A post's counts when the page was made; null where the source leaves one out.</summary>
public sealed record PostCounts
{
    /// <summary>Views.</summary>
    public long? Plays { get; init; }

    /// <summary>Likes.</summary>
    public long? Likes { get; init; }

    /// <summary>Comments.</summary>
    public long? Comments { get; init; }

    /// <summary>Shares.</summary>
    public long? Shares { get; init; }

    /// <summary>Saves into collections.</summary>
    public long? Saves { get; init; }

    /// <summary>
    /// Whether they come from TikTok's exact counters (<c>statsV2</c>); the others are rounded above 10,000.
    /// </summary>
    public bool Exact { get; init; }
}
