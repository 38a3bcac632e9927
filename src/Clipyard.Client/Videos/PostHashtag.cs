namespace Clipyard.Client.Videos;

/// <summary>A hashtag in a caption.</summary>
public sealed record PostHashtag
{
    /// <summary>Without #.</summary>
    public string? Name { get; init; }

    /// <summary>Where it begins in the caption, in UTF-16 units; -1 when unknown.</summary>
    public int Start { get; init; }

    /// <summary>Where it ends, exclusive; -1 when unknown.</summary>
    public int End { get; init; }
}
