namespace Clipyard.Pages.Payloads;

/// <summary>The link in a profile.</summary>
internal sealed class BioLinkPayload
{
    public string? Link { get; set; }
}
