namespace Clipyard.Pages.Payloads;

/// <summary>A creator's counters: <c>stats</c> (rounded) or <c>statsV2</c> (exact, as text).</summary>
internal sealed class UserStatsPayload
{
    public long? FollowerCount { get; set; }

    public long? FollowingCount { get; set; }

    public long? HeartCount { get; set; }

    public long? Heart { get; set; }

    public long? VideoCount { get; set; }
}
