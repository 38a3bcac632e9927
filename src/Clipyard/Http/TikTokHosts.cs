using System.Net;

namespace Clipyard.Http;

/// <summary>Which hosts belong to TikTok's site, and which addresses we fetch at all.</summary>
internal static class TikTokHosts
{
    /// <summary>Whether a page or short link may lead here: TikTok's site, over https.</summary>
    public static bool IsSite(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps
        && uri.IsDefaultPort
        && uri.UserInfo.Length == 0
        && (IsOrBelow(uri.Host, "tiktok.com") || IsOrBelow(uri.Host, "tiktokv.com"));

    /// <summary>
    /// Whether media may be fetched from here. TikTok names ever new media hosts, so they are not listed; what is
    /// refused is what no public media host looks like.
    /// </summary>
    public static bool IsMedia(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps
        && uri.IsDefaultPort
        && uri.UserInfo.Length == 0
        && uri.HostNameType == UriHostNameType.Dns
        && !IPAddress.TryParse(uri.Host, out _)
        && uri.Host.Contains('.', StringComparison.Ordinal)
        && !uri.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static bool IsOrBelow(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase)
        || (
            host.Length > domain.Length
            && host[^(domain.Length + 1)] == '.'
            && host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
        );
}
