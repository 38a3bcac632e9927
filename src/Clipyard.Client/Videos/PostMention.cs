namespace Clipyard.Client.Videos;

/// <summary>An account mentioned in a caption.</summary>
public sealed record PostMention
{
    /// <summary>Without @.</summary>
    public string? Username { get; init; }

    /// <summary>Where it begins in the caption, in UTF-16 units; -1 when unknown.</summary>
    public int Start { get; init; }

    /// <summary>Where it ends, exclusive; -1 when unknown.</summary>
    public int End { get; init; }
}
