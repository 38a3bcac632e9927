namespace Clipyard.TikTokApi.Posting;

/// <summary>Where videos may be sent: hosts of TikTok's API, whose names change with region and time.</summary>
internal sealed class UploadHosts(TikTokApiOptions options)
{
    private const string Suffix = ".tiktokapis.com";

    public bool IsAllowed(Uri address) =>
        address.IsAbsoluteUri && address.UserInfo.Length == 0 && (IsTikToks(address) || IsStandIn(address));

    /// <exception cref="ClipyardException"><c>foreign_url</c>.</exception>
    public void ThrowIfForeign(Uri address)
    {
        if (!IsAllowed(address))
        {
            throw new ClipyardException(
                FailureCatalogue.ForeignUrl,
                $"The upload address leads to {(address.IsAbsoluteUri ? address.Host : "nowhere")}."
            );
        }
    }

    private static bool IsTikToks(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
        && address.IsDefaultPort
        && address.Host.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    // A stand-in may name itself instead of TikTok's hosts.
    private bool IsStandIn(Uri address) =>
        options.ApiAddress is { } standIn
        && Uri.Compare(
            address,
            standIn,
            UriComponents.SchemeAndServer,
            UriFormat.Unescaped,
            StringComparison.OrdinalIgnoreCase
        ) == 0;
}
