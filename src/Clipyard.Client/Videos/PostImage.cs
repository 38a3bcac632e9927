namespace Clipyard.Client.Videos;

/// <summary>One picture of a photo post.</summary>
public sealed record PostImage
{
    /// <summary>Pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Where TikTok serves it, for about two days.</summary>
    public string? Url { get; init; }
}
