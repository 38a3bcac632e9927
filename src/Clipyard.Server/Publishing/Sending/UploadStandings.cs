using System.Collections.Concurrent;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>
/// How much TikTok held of an attempt when a step of this process ended. What another process sent is not in here, and
/// is asked of TikTok.
/// </summary>
internal sealed class UploadStandings
{
    private readonly ConcurrentDictionary<long, long> _held = [];

    /// <summary>Bytes held; null when TikTok has to be asked.</summary>
    public long? Find(long attemptId) => _held.TryGetValue(attemptId, out var held) ? held : null;

    public void Set(long attemptId, long held) => _held[attemptId] = held;

    public void Forget(long attemptId) => _held.TryRemove(attemptId, out _);
}
