using Clipyard.TikTokApi.Accounts;

namespace Clipyard.TikTokApi.Posting;

/// <summary>One to 35 pictures. TikTok fetches them; each address must lie under a verified property of the app.</summary>
public sealed record PhotoPost
{
    /// <summary>The most pictures of one post.</summary>
    public const int MaxPhotos = 35;

    /// <summary>https addresses of JPEG or WebP files, at most 20 MB each.</summary>
    public required IReadOnlyList<Uri> Photos { get; init; }

    /// <summary>Which of them is the cover, from 0.</summary>
    public int CoverIndex { get; init; }

    /// <summary>At most <see cref="CaptionLength.PhotoTitle"/> UTF-16 units. Null for none.</summary>
    public string? Title { get; init; }

    /// <summary>At most <see cref="CaptionLength.PhotoDescription"/> UTF-16 units. Null for none.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// One of the creator's current levels, to post directly; null makes a draft, of which only title and description
    /// are kept.
    /// </summary>
    public PrivacyLevel? PrivacyLevel { get; init; }

    /// <summary>Direct posts only. Default true.</summary>
    public bool DisableComment { get; init; } = true;

    /// <summary>Direct posts only: whether TikTok adds music that it recommends.</summary>
    public bool AddMusic { get; init; }

    /// <summary>Direct posts only: whether a third party pays for it.</summary>
    public bool IsBrandedContent { get; init; }

    /// <summary>Direct posts only: whether it promotes the creator's own business.</summary>
    public bool IsBrandOrganic { get; init; }
}
