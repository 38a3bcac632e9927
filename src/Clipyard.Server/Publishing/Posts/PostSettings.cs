namespace Clipyard.Server.Publishing.Posts;

/// <summary>What a direct post is told beside its caption. Drafts of videos have none of it: TikTok ignores it there.</summary>
internal sealed record PostSettings
{
    /// <summary>One of the creator's current levels, such as <c>SELF_ONLY</c>. No default; needed for direct posts.</summary>
    public string? PrivacyLevel { get; init; }

    public bool DisableComment { get; init; } = true;

    public bool DisableDuet { get; init; } = true;

    public bool DisableStitch { get; init; } = true;

    /// <summary>Which moment's picture is the cover, in ms; null for the first.</summary>
    public int? VideoCoverTimestampMs { get; init; }

    /// <summary>Whether a third party pays for it.</summary>
    public bool BrandContentToggle { get; init; }

    /// <summary>Whether it promotes the creator's own business.</summary>
    public bool BrandOrganicToggle { get; init; }

    public bool IsAigc { get; init; }

    /// <summary>Photos only: whether TikTok adds music that it recommends.</summary>
    public bool AutoAddMusic { get; init; }

    /// <summary>Photos only: which of them is the cover, from 0.</summary>
    public int PhotoCoverIndex { get; init; }
}
