namespace Clipyard.Pages.Payloads;

/// <summary>What the page says about itself.</summary>
internal sealed class NextMetaPayload
{
    public string? CanonicalHref { get; set; }
}
