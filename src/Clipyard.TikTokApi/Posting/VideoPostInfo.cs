namespace Clipyard.TikTokApi.Posting;

/// <summary>Toggles are always sent: the documentation calls some required that its examples leave out.</summary>
internal sealed record VideoPostInfo(
    string? Title,
    string PrivacyLevel,
    bool DisableComment,
    bool DisableDuet,
    bool DisableStitch,
    int? VideoCoverTimestampMs,
    bool BrandContentToggle,
    bool BrandOrganicToggle,
    bool IsAigc
)
{
    public static VideoPostInfo Of(VideoPost post) =>
        new(
            post.Caption,
            post.PrivacyLevel.Value,
            post.DisableComment,
            post.DisableDuet,
            post.DisableStitch,
            post.CoverAt is { } at ? (int)Math.Clamp(at.TotalMilliseconds, 0, int.MaxValue) : null,
            post.IsBrandedContent,
            post.IsBrandOrganic,
            post.IsAiGenerated
        );
}
