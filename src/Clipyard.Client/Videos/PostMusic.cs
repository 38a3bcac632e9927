namespace Clipyard.Client.Videos;

/// <summary>The sound that a post links.</summary>
public sealed record PostMusic
{
    /// <summary>TikTok's id of it.</summary>
    public string? Id { get; init; }

    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Who made it.</summary>
    public string? Author { get; init; }

    /// <summary>Milliseconds.</summary>
    public long? DurationMs { get; init; }

    /// <summary>Where TikTok serves it, for about two days.</summary>
    public string? Url { get; init; }
}
