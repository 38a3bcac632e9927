using System.Diagnostics.CodeAnalysis;
using Clipyard.Videos;
using Microsoft.Extensions.Caching.Memory;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>
/// What a creator's list said about its posts, for the little while until they are fetched: saves asking for each post's
/// page. Only ever a short cut: without it the page is asked.
/// </summary>
internal sealed class ListedPosts : IDisposable
{
    private static readonly MemoryCacheEntryOptions Entry = new()
    {
        Size = 1,
        AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(30),
    };

    private readonly MemoryCache _posts = new(new MemoryCacheOptions { SizeLimit = 5000 });

    public void Keep(VideoInfo post) => _posts.Set(post.Id.Value, post, Entry);

    public bool TryTake(string videoId, [NotNullWhen(true)] out VideoInfo? post)
    {
        post = _posts.Get<VideoInfo>(videoId);
        _posts.Remove(videoId);
        return post is not null;
    }

    public void Dispose() => _posts.Dispose();
}
