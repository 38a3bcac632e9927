using Clipyard.Client.Http;

namespace Clipyard.Client.Videos;

/// <summary>Asks what TikTok shows of posts. Nothing is kept.</summary>
public sealed class VideosClient
{
    private readonly ServerConnection _connection;

    internal VideosClient(ServerConnection connection) => _connection = connection;

    /// <summary>What TikTok shows of a post now; the server remembers answers for half an hour.</summary>
    /// <param name="url">The post's address; a short link will do.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <exception cref="ServerException">
    /// <c>unsupported_url</c>, <c>foreign_url</c>, or why TikTok does not show it: <c>video_removed</c>,
    /// <c>video_private</c>, ...
    /// </exception>
    public Task<PostInfo> GetInfoAsync(string url, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        return _connection.GetAsync(
            QueryText.Of("api/v1/videos/info", ("url", url)),
            "get video",
            ClientJsonContext.Default.PostInfo,
            cancellationToken
        );
    }
}
