using Clipyard.Failures;
using Clipyard.Links;

namespace Clipyard.Videos;

/// <summary>Reads what TikTok says about posts.</summary>
/// <remarks>Thread-safe. Reached through <see cref="ClipyardClient.Videos"/>.</remarks>
public sealed class VideoClient
{
    /// <summary>Reads one post. Short links are followed; answers are remembered for a while.</summary>
    /// <param name="link">A video, photo or short link.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ContentUnavailableException">Removed, private, withheld, for adults or signed-in people only.</exception>
    /// <exception cref="ConnectionException">The network failed, or TikTok refuses us.</exception>
    /// <exception cref="ClipyardException">
    /// <c>unsupported_url</c>, <c>foreign_url</c>, <c>page_changed</c>, <c>page_incomplete</c>, <c>wrong_video</c>.
    /// </exception>
    public Task<VideoInfo> GetAsync(TikTokLink link, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Reads many posts, several at once; each ends in its own outcome, in the order in which they end.</summary>
    /// <param name="links">Video, photo and short links.</param>
    /// <param name="cancellationToken">Stops all of them.</param>
    public IAsyncEnumerable<Outcome<VideoInfo>> GetManyAsync(
        IEnumerable<TikTokLink> links,
        CancellationToken cancellationToken = default
    ) => throw new NotImplementedException();
}
