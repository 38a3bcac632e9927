using Clipyard.Failures;
using Clipyard.Http;

namespace Clipyard.Links;

/// <summary>Asks TikTok where short links lead.</summary>
internal sealed class ShortLinkResolver(PageFetcher pages, MetadataCache cache)
{
    /// <summary>More hops than any captured short link took.</summary>
    private const int MaxHops = 5;

    /// <summary>Follows a short link until it names a post or a creator.</summary>
    /// <exception cref="ClipyardException"><c>short_link_expired</c>, <c>foreign_url</c>, <c>unsupported_url</c>.</exception>
    /// <exception cref="ConnectionException">The network failed, or TikTok refuses us.</exception>
    public async Task<TikTokLink> ResolveAsync(TikTokLink.ShortLink shortLink, CancellationToken cancellationToken)
    {
        if (cache.Find<TikTokLink>(shortLink.CanonicalUrl) is { } known)
        {
            return known;
        }

        var link = await FollowAsync(shortLink, cancellationToken);
        cache.Keep(shortLink.CanonicalUrl, link);
        return link;
    }

    private async Task<TikTokLink> FollowAsync(TikTokLink.ShortLink shortLink, CancellationToken cancellationToken)
    {
        var uri = new Uri(shortLink.CanonicalUrl);
        for (var hop = 0; hop < MaxHops; hop++)
        {
            if (await pages.GetRedirectAsync(uri, cancellationToken) is not { } next)
            {
                break;
            }

            // Read before it is asked: an address that already names the post needs no further request.
            var goal = TikTokLink.TryParse(next.AbsoluteUri, out var parsed) ? parsed : null;
            switch (goal)
            {
                case TikTokLink.Video or TikTokLink.Photo or TikTokLink.Profile:
                    return goal;
                case TikTokLink.ShortLink:
                    // Its canonical address, not the one given: only that is sure to be TikTok's.
                    uri = new Uri(goal.CanonicalUrl);
                    break;
                case TikTokLink.Unsupported(var kind) when kind != UnsupportedKind.NotAPost:
                    throw new ClipyardException(FailureCatalogue.UnsupportedUrl, $"The short link leads to: {kind}.")
                    {
                        Address = shortLink.CanonicalUrl,
                    };
                case TikTokLink.Unsupported when next.AbsolutePath.StartsWith("/login", StringComparison.Ordinal):
                    throw new ContentUnavailableException(FailureCatalogue.LoginRequired)
                    {
                        Address = shortLink.CanonicalUrl,
                    };
                case TikTokLink.Unsupported:
                    // The home page: what unknown codes lead to.
                    throw Expired(shortLink);
                default:
                    throw new ClipyardException(FailureCatalogue.ForeignUrl, $"The short link leads to {next.Host}.")
                    {
                        Address = shortLink.CanonicalUrl,
                    };
            }
        }

        throw Expired(shortLink);
    }

    private static ClipyardException Expired(TikTokLink.ShortLink shortLink) =>
        new(FailureCatalogue.ShortLinkExpired) { Address = shortLink.CanonicalUrl };
}
