using Clipyard.Failures;
using Clipyard.Links;

namespace Clipyard.Server.Archive.Posts;

/// <summary>Reads addresses that have to lead to one post.</summary>
internal static class PostLinks
{
    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>: no address at all; <c>foreign_url</c>; <c>unsupported_url</c>: no single post.
    /// </exception>
    public static TikTokLink Parse(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            throw new ClipyardException(FailureCatalogue.InvalidParameter, "The address of a post is missing.");
        }

        return TikTokLink.Parse(url) is var link and not TikTokLink.Profile
            ? link
            : throw new ClipyardException(FailureCatalogue.UnsupportedUrl, "It is a creator's profile.");
    }
}
