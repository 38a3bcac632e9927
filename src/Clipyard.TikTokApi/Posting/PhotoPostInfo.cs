namespace Clipyard.TikTokApi.Posting;

/// <summary>Of a draft only title and description are sent: the rest is for direct posts.</summary>
internal sealed record PhotoPostInfo(
    string? Title,
    string? Description,
    string? PrivacyLevel,
    bool? DisableComment,
    bool? AutoAddMusic,
    bool? BrandContentToggle,
    bool? BrandOrganicToggle
)
{
    public static PhotoPostInfo Of(PhotoPost post) =>
        post.PrivacyLevel is { } level
            ? new PhotoPostInfo(
                post.Title,
                post.Description,
                level.Value,
                post.DisableComment,
                post.AddMusic,
                post.IsBrandedContent,
                post.IsBrandOrganic
            )
            : new PhotoPostInfo(post.Title, post.Description, null, null, null, null, null);
}
