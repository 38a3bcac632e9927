namespace Clipyard.Sandbox.Official.Posting;

/// <summary>What an app said about the post it wants.</summary>
public sealed record PostWish
{
    /// <summary>The caption of a video, the title of photos.</summary>
    public string Title { get; init; } = "";

    /// <summary>The text below the title of photos.</summary>
    public string Description { get; init; } = "";

    /// <summary>Who may see it; null for a draft.</summary>
    public string? PrivacyLevel { get; init; }

    /// <summary>No comments.</summary>
    public bool DisableComment { get; init; }

    /// <summary>No duets.</summary>
    public bool DisableDuet { get; init; }

    /// <summary>No stitches.</summary>
    public bool DisableStitch { get; init; }

    /// <summary>Recommended music for photos.</summary>
    public bool AutoAddMusic { get; init; }

    /// <summary>A paid partnership.</summary>
    public bool BrandContent { get; init; }

    /// <summary>The creator's own business.</summary>
    public bool BrandOrganic { get; init; }

    /// <summary>The label of generated content.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>The cover's place in the video; null for the first frame.</summary>
    public long? CoverMs { get; init; }

    internal string Caption => string.Join('\n', new[] { Title, Description }.Where(text => text.Length > 0));
}
