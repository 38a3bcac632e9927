using Clipyard.Failures;
using Clipyard.Http;
using Clipyard.Links;
using Clipyard.Videos;

namespace Clipyard.Creators;

/// <summary>Reads creators' profiles and walks their posts.</summary>
/// <remarks>Thread-safe. Reached through <see cref="ClipyardClient.Creators"/>.</remarks>
public sealed class CreatorClient
{
    private readonly ProfileReader _profiles;
    private readonly PostListing _listing;
    private readonly MetadataCache _cache;
    private readonly StatisticsRecorder _statistics;

    internal CreatorClient(
        ProfileReader profiles,
        PostListing listing,
        MetadataCache cache,
        StatisticsRecorder statistics
    )
    {
        _profiles = profiles;
        _listing = listing;
        _cache = cache;
        _statistics = statistics;
    }

    /// <summary>Reads a creator's profile.</summary>
    /// <param name="name">Username with or without <c>@</c>, a secUid, or a profile's address.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ContentUnavailableException"><c>no_such_user</c>, <c>private_account</c>, <c>login_required</c>.</exception>
    /// <exception cref="ConnectionException">The network failed, or TikTok refuses us.</exception>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: not a name; <c>page_changed</c>; <c>wrong_video</c>: another creator's profile came.</exception>
    public Task<Creator> GetAsync(string name, CancellationToken cancellationToken = default)
    {
        var profile = CreatorName.Parse(name);
        return _statistics.MeasureAsync(
            "get creator",
            async () =>
            {
                var key = profile.Name.ToLowerInvariant();
                if (_cache.Find<Creator>(key) is { } known)
                {
                    return known;
                }

                var creator = await _profiles.ReadAsync(profile, cancellationToken);
                _cache.Keep(key, creator);
                return creator;
            }
        );
    }

    /// <summary>
    /// Walks a creator's posts, newest first, one request per page of about 15, until the caller stops. Each post
    /// comes once. Their data is TikTok's listing data: complete enough to download from.
    /// </summary>
    /// <param name="name">Username with or without <c>@</c>, a secUid, or a profile's address.</param>
    /// <param name="cancellationToken">Stops walking.</param>
    /// <exception cref="ContentUnavailableException"><c>no_such_user</c>, <c>private_account</c>.</exception>
    /// <exception cref="ConnectionException">The network failed, or TikTok refuses us.</exception>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: not a name; <c>page_changed</c>; <c>wrong_video</c>: another creator's profile came.</exception>
    public IAsyncEnumerable<VideoInfo> GetPostsAsync(string name, CancellationToken cancellationToken = default) =>
        _listing.WalkAsync(CreatorName.Parse(name), cancellationToken);
}
