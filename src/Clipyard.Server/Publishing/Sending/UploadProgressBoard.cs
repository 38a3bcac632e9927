using System.Collections.Concurrent;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>How far the uploads of this process are. Lives in memory and is never written to the database.</summary>
internal sealed class UploadProgressBoard
{
    private readonly ConcurrentDictionary<Guid, long> _sent = [];

    /// <summary>Bytes sent of a post's present attempt; null when none is being sent here.</summary>
    public long? Find(Guid postId) => _sent.TryGetValue(postId, out var sent) ? sent : null;

    public void Set(Guid postId, long sent) => _sent[postId] = sent;

    public void Clear(Guid postId) => _sent.TryRemove(postId, out _);
}
