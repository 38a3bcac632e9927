namespace Clipyard.Server.Data;

/// <summary>
/// When jobs and posts are made, to the millisecond that the database keeps, and never two at the same: "the oldest of a
/// lane" has to be one job, "the newest" one post.
/// </summary>
internal sealed class CreationInstants(TimeProvider time)
{
    private long _last;

    /// <summary>The present instant, or the next one that nobody has.</summary>
    public DateTimeOffset Next()
    {
        while (true)
        {
            var last = Volatile.Read(ref _last);
            var next = Math.Max(time.GetUtcNow().ToUnixTimeMilliseconds(), last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return DateTimeOffset.FromUnixTimeMilliseconds(next);
            }
        }
    }
}
