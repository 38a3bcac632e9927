namespace Clipyard.Pages.Payloads;

/// <summary>A post in the list of a creator's embed page.</summary>
internal sealed class EmbedListedPayload
{
    public string? Id { get; set; }

    public string? Desc { get; set; }

    public long? PlayCount { get; set; }

    public string? CoverUrl { get; set; }

    public string? OriginCoverUrl { get; set; }
}
