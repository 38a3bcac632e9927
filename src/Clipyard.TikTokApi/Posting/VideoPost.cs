using Clipyard.TikTokApi.Accounts;

namespace Clipyard.TikTokApi.Posting;

/// <summary>How a video is posted directly. Drafts have none of this: TikTok ignores it there.</summary>
public sealed record VideoPost
{
    /// <summary>One of the creator's current levels.</summary>
    public required PrivacyLevel PrivacyLevel { get; init; }

    /// <summary>
    /// The text with its <c>#tags</c> and <c>@mentions</c>; at most <see cref="CaptionLength.Video"/> UTF-16 units. Null for none.
    /// </summary>
    public string? Caption { get; init; }

    /// <summary>Default true, as TikTok's sharing guidelines have it: people switch comments on by hand.</summary>
    public bool DisableComment { get; init; } = true;

    /// <summary>Default true.</summary>
    public bool DisableDuet { get; init; } = true;

    /// <summary>Default true.</summary>
    public bool DisableStitch { get; init; } = true;

    /// <summary>The moment whose picture becomes the cover. Null for the first.</summary>
    public TimeSpan? CoverAt { get; init; }

    /// <summary>Whether a third party pays for it. Then it cannot be <see cref="PrivacyLevel.SelfOnly"/>.</summary>
    public bool IsBrandedContent { get; init; }

    /// <summary>Whether it promotes the creator's own business.</summary>
    public bool IsBrandOrganic { get; init; }

    /// <summary>Whether it carries the label "AI-generated".</summary>
    public bool IsAiGenerated { get; init; }
}
