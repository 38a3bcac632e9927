namespace Clipyard.Client.Videos;

/// <summary>A post's counts.</summary>
public sealed record PostCounts
{
    /// <summary>How often it was played.</summary>
    public long? Plays { get; init; }

    /// <summary>How many like it.</summary>
    public long? Likes { get; init; }

    /// <summary>How many comments there are.</summary>
    public long? Comments { get; init; }

    /// <summary>How often it was shared.</summary>
    public long? Shares { get; init; }

    /// <summary>How often it was saved.</summary>
    public long? Saves { get; init; }

    /// <summary>Whether these are exact, not rounded, numbers.</summary>
    public bool Exact { get; init; }
}
