using Clipyard.Failures;
using Clipyard.Videos;

namespace Clipyard.Creators;

/// <summary>Reads creators' profiles and walks their posts.</summary>
/// <remarks>Thread-safe. Reached through <see cref="ClipyardClient.Creators"/>.</remarks>
public sealed class CreatorClient
{
    /// <summary>Reads a creator's profile.</summary>
    /// <param name="name">Username with or without <c>@</c>, or a secUid.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ContentUnavailableException"><c>no_such_user</c>, <c>private_account</c>, <c>login_required</c>.</exception>
    /// <exception cref="ConnectionException">The network failed, or TikTok refuses us.</exception>
    public Task<Creator> GetAsync(string name, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>
    /// Walks a creator's posts, newest first, one request per page of about 15, until the caller stops. Each post
    /// comes once. Their data is TikTok's listing data: complete enough to download from.
    /// </summary>
    /// <param name="name">Username with or without <c>@</c>, or a secUid.</param>
    /// <param name="cancellationToken">Stops walking.</param>
    /// <exception cref="ContentUnavailableException"><c>no_such_user</c>, <c>private_account</c>.</exception>
    /// <exception cref="ConnectionException">The network failed, or TikTok refuses us.</exception>
    public IAsyncEnumerable<VideoInfo> GetPostsAsync(string name, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
