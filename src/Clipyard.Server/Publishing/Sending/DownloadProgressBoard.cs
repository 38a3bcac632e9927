using System.Collections.Concurrent;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>How far TikTok says it has fetched the pulls that this process watches. In memory only.</summary>
internal sealed class DownloadProgressBoard
{
    private readonly ConcurrentDictionary<Guid, long> _fetched = [];

    /// <summary>Bytes of a post's present attempt that TikTok has; null when it has not said.</summary>
    public long? Find(Guid postId) => _fetched.TryGetValue(postId, out var fetched) ? fetched : null;

    public void Set(Guid postId, long fetched) => _fetched[postId] = fetched;

    public void Clear(Guid postId) => _fetched.TryRemove(postId, out _);
}
