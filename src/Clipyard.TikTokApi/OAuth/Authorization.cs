using System.Text;

namespace Clipyard.TikTokApi.OAuth;

/// <summary>Where to send the browser, and what to keep until it comes back.</summary>
/// <param name="Address">The consent page.</param>
/// <param name="State">To be found again in the callback.</param>
/// <param name="Verifier">For the exchange; null when no challenge was sent.</param>
/// <param name="RedirectUri">For the exchange, which must repeat it.</param>
public sealed record Authorization(Uri Address, string State, PkceVerifier? Verifier, Uri RedirectUri)
{
    // The state and the address that holds it are for one browser alone.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("RedirectUri = ").Append(RedirectUri);
        return true;
    }
}
