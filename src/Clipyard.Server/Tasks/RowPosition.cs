namespace Clipyard.Server.Tasks;

/// <summary>Where a page of instances or tasks ended.</summary>
/// <param name="CreatedAtMs">Unix milliseconds.</param>
/// <param name="Id">The last row.</param>
internal sealed record RowPosition(long CreatedAtMs, Guid Id)
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
