using Clipyard.Failures;
using Clipyard.Http;
using Clipyard.Links;

namespace Clipyard.Videos;

/// <summary>Reads what TikTok says about posts.</summary>
/// <remarks>Thread-safe. Reached through <see cref="ClipyardClient.Videos"/>.</remarks>
public sealed class VideoClient
{
    private readonly PostReader _posts;
    private readonly ShortLinkResolver _shortLinks;
    private readonly MetadataCache _cache;
    private readonly ManyRunner _many;
    private readonly StatisticsRecorder _statistics;

    internal VideoClient(
        PostReader posts,
        ShortLinkResolver shortLinks,
        MetadataCache cache,
        ManyRunner many,
        StatisticsRecorder statistics
    )
    {
        _posts = posts;
        _shortLinks = shortLinks;
        _cache = cache;
        _many = many;
        _statistics = statistics;
    }

    /// <summary>Reads one post. Short links are followed; answers are remembered for a while.</summary>
    /// <param name="link">A video, photo or short link.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ContentUnavailableException">Removed, private, withheld, for adults or signed-in people only.</exception>
    /// <exception cref="ConnectionException">The network failed, or TikTok refuses us.</exception>
    /// <exception cref="ClipyardException">
    /// <c>unsupported_url</c>, <c>foreign_url</c>, <c>page_changed</c>, <c>page_incomplete</c>, <c>wrong_video</c>.
    /// </exception>
    public Task<VideoInfo> GetAsync(TikTokLink link, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        return _statistics.MeasureAsync("get video", () => ReadAsync(link, cancellationToken));
    }

    /// <summary>Reads many posts, several at once; each ends in its own outcome, in the order in which they end.</summary>
    /// <param name="links">Video, photo and short links.</param>
    /// <param name="cancellationToken">Stops all of them.</param>
    public IAsyncEnumerable<Outcome<VideoInfo>> GetManyAsync(
        IEnumerable<TikTokLink> links,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(links);
        return _many.RunAsync(links, GetAsync, cancellationToken);
    }

    /// <summary>As <see cref="GetAsync"/>, as a step of a larger operation.</summary>
    internal async Task<VideoInfo> ReadAsync(TikTokLink link, CancellationToken cancellationToken)
    {
        if (link is TikTokLink.ShortLink shortLink)
        {
            link = await _shortLinks.ResolveAsync(shortLink, cancellationToken);
        }

        var (id, username) = link switch
        {
            TikTokLink.Video video => (video.Id, video.Username),
            TikTokLink.Photo photo => (photo.Id, photo.Username),
            TikTokLink.Foreign => throw Refuse(FailureCatalogue.ForeignUrl, link),
            _ => throw Refuse(FailureCatalogue.UnsupportedUrl, link),
        };

        return _cache.Find<VideoInfo>(id.Value) ?? await RefreshAsync(id, username, cancellationToken);
    }

    /// <summary>Reads a post afresh, whatever is remembered: its media addresses may have lapsed.</summary>
    internal async Task<VideoInfo> RefreshAsync(VideoId id, string? username, CancellationToken cancellationToken)
    {
        var video = await _posts.ReadAsync(id, username, cancellationToken);
        _cache.Keep(id.Value, video);
        return video;
    }

    private static ClipyardException Refuse(Failure failure, TikTokLink link) =>
        new(failure, "A single post is needed here.") { Address = link.CanonicalUrl };
}
