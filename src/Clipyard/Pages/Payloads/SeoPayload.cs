namespace Clipyard.Pages.Payloads;

/// <summary>What a page tells search engines.</summary>
internal sealed class SeoPayload
{
    public string? Canonical { get; set; }
}
