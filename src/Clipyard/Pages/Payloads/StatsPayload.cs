namespace Clipyard.Pages.Payloads;

/// <summary>A post's counters: <c>stats</c> (rounded) or <c>statsV2</c> (exact, as text).</summary>
internal sealed class StatsPayload
{
    public long? PlayCount { get; set; }

    public long? DiggCount { get; set; }

    public long? CommentCount { get; set; }

    public long? ShareCount { get; set; }

    public long? CollectCount { get; set; }
}
