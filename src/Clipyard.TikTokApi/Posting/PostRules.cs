using Clipyard.TikTokApi.Accounts;

namespace Clipyard.TikTokApi.Posting;

/// <summary>What TikTok refuses, or its guidelines do, and we need not ask.</summary>
internal static class PostRules
{
    /// <exception cref="ClipyardException"><c>caption_too_long</c>, <c>privacy_not_allowed</c>.</exception>
    public static void ThrowIfInvalid(VideoPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        CaptionLength.ThrowIfTooLong(post.Caption, CaptionLength.Video, "caption");
        ThrowIfHiddenAdvertising(post.PrivacyLevel, post.IsBrandedContent);
    }

    /// <exception cref="ClipyardException"><c>caption_too_long</c>, <c>privacy_not_allowed</c>, <c>invalid_parameter</c>.</exception>
    public static void ThrowIfInvalid(PhotoPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        CaptionLength.ThrowIfTooLong(post.Title, CaptionLength.PhotoTitle, "title");
        CaptionLength.ThrowIfTooLong(post.Description, CaptionLength.PhotoDescription, "description");
        ThrowIfHiddenAdvertising(post.PrivacyLevel, post.IsBrandedContent);
        if (post.Photos.Count is 0 or > PhotoPost.MaxPhotos)
        {
            throw Invalid($"A photo post has 1 to {PhotoPost.MaxPhotos} pictures, not {post.Photos.Count}.");
        }

        if (post.CoverIndex < 0 || post.CoverIndex >= post.Photos.Count)
        {
            throw Invalid($"There is no picture {post.CoverIndex} to be the cover.");
        }

        foreach (var photo in post.Photos)
        {
            ThrowIfNoWebAddress(photo);
        }
    }

    /// <summary>Only the form is checked: whether TikTok may fetch it, TikTok says.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public static void ThrowIfNoWebAddress(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address is not { IsAbsoluteUri: true, Scheme: "https" or "http" })
        {
            throw Invalid("TikTok fetches from https addresses only.");
        }
    }

    private static void ThrowIfHiddenAdvertising(PrivacyLevel? level, bool isBrandedContent)
    {
        if (isBrandedContent && level == PrivacyLevel.SelfOnly)
        {
            throw new ClipyardException(
                FailureCatalogue.PrivacyNotAllowed,
                "Branded content visibility cannot be set to private."
            );
        }
    }

    private static ClipyardException Invalid(string detail) => new(FailureCatalogue.InvalidParameter, detail);
}
