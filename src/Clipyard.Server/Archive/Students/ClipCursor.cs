namespace Clipyard.Server.Archive.Students;

/// <summary>Where a page of clips ended: newest first, and by row among those of one instant.</summary>
/// <param name="PostedAtMs">Unix milliseconds.</param>
/// <param name="Id">The clip's row.</param>
internal sealed record ClipCursor(long PostedAtMs, long Id)
{
    /// <summary>The instant; one out of range is as good as the nearest there is.</summary>
    public DateTimeOffset PostedAt =>
        DateTimeOffset.FromUnixTimeMilliseconds(
            Math.Clamp(
                PostedAtMs,
                DateTimeOffset.MinValue.ToUnixTimeMilliseconds(),
                DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            )
        );
}
