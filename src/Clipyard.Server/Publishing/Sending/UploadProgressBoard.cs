using System.Collections.Concurrent;
using Clipyard.Server.Events;
using Clipyard.Server.Publishing.Posts;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>How far the uploads of this process are. Lives in memory and is never written to the database.</summary>
internal sealed class UploadProgressBoard(EventStreams streams)
{
    private readonly ConcurrentDictionary<Guid, long> _sent = [];

    /// <summary>Bytes sent of a post's present attempt; null when none is being sent here.</summary>
    public long? Find(Guid postId) => _sent.TryGetValue(postId, out var sent) ? sent : null;

    public void Set(Post post, long sent, long total)
    {
        _sent[post.Id] = sent;
        streams.Tell(
            post.OwnerId,
            new LiveEvent(PostStreamEvents.Progress, post.Id.ToString(), new PostProgress(post.Id, sent, total))
        );
    }

    public void Clear(Post post)
    {
        _sent.TryRemove(post.Id, out _);
        streams.Untell(post.OwnerId, post.Id.ToString());
    }
}
