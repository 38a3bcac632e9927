namespace Clipyard.Server.Publishing.Requests.Listing;

/// <summary>Where a page of posts ended.</summary>
/// <param name="CreatedAtMs">Unix milliseconds.</param>
/// <param name="Id">The last post.</param>
internal sealed record PostPosition(long CreatedAtMs, Guid Id)
{
    /// <summary>The instant; one out of range is as good as the nearest there is.</summary>
    public DateTimeOffset CreatedAt =>
        DateTimeOffset.FromUnixTimeMilliseconds(
            Math.Clamp(
                CreatedAtMs,
                DateTimeOffset.MinValue.ToUnixTimeMilliseconds(),
                DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            )
        );
}
