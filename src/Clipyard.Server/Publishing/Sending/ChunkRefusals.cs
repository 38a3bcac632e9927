using System.Collections.Concurrent;

namespace Clipyard.Server.Publishing.Sending;

/// <summary>
/// Since when TikTok has been refusing the missing chunk of a committed attempt, by the clock that nobody can set. Lost
/// with the process: then the waiting of rule E6 begins anew.
/// </summary>
internal sealed class ChunkRefusals(TimeProvider time)
{
    /// <summary>How long lies between the two refusals that rule E6 asks for.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<long, long> _first = [];

    /// <summary>How long is still to wait before the chunk is sent once more; null when it was not refused yet.</summary>
    public TimeSpan? Left(long attemptId) =>
        _first.TryGetValue(attemptId, out var since) ? Wait - time.GetElapsedTime(since) : null;

    /// <summary>Notes a refusal.</summary>
    /// <returns>Whether it is the second, waited for long enough after the first.</returns>
    public bool Refuse(long attemptId)
    {
        if (Left(attemptId) is { } left)
        {
            return left <= TimeSpan.Zero;
        }

        _first.TryAdd(attemptId, time.GetTimestamp());
        return false;
    }

    public void Forget(long attemptId) => _first.TryRemove(attemptId, out _);
}
