namespace Clipyard.Videos;

/// <summary>What a post consists of.</summary>
public enum PostKind
{
    /// <summary>One video.</summary>
    Video,

    /// <summary>Photos with sound (a slideshow).</summary>
    Photo,
}
