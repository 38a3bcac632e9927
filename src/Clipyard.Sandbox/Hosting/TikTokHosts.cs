namespace Clipyard.Sandbox.Hosting;

/// <summary>Tells TikTok's host names apart. Suffixes as seen in captures from 2020 to 2026.</summary>
internal static class TikTokHosts
{
    private static readonly string[] DeliverySuffixes =
    [
        ".tiktokcdn.com",
        ".tiktokcdn-us.com",
        ".tiktokcdn-eu.com",
        ".ttwstatic.com",
        ".ibytedtos.com",
        ".tiktokv.us",
        ".tiktokv.eu",
    ];

    public static HostKind Classify(string host)
    {
        if (IsLoopback(host))
        {
            return HostKind.Loopback;
        }

        if (Is(host, "vm.tiktok.com") || Is(host, "vt.tiktok.com"))
        {
            return HostKind.ShortLink;
        }

        if (Is(host, "tiktok.com") || IsUnder(host, ".tiktok.com"))
        {
            return host.Contains("-webapp", StringComparison.OrdinalIgnoreCase) ? HostKind.Video : HostKind.Site;
        }

        if (Is(host, "tiktokv.com") || IsUnder(host, ".tiktokv.com"))
        {
            return HostKind.Site;
        }

        if (Is(host, "open.tiktokapis.com"))
        {
            return HostKind.Api;
        }

        // Upload hosts vary by region: open-upload-sg, open-upload-i18n, upload.us and others were seen.
        if (IsUnder(host, ".tiktokapis.com"))
        {
            return HostKind.Upload;
        }

        return DeliverySuffixes.Any(suffix => IsUnder(host, suffix)) ? HostKind.Delivery : HostKind.Foreign;
    }

    public static bool IsLoopback(string host) => Is(host, "localhost") || Is(host, "127.0.0.1") || Is(host, "[::1]");

    private static bool Is(string host, string name) => string.Equals(host, name, StringComparison.OrdinalIgnoreCase);

    private static bool IsUnder(string host, string suffix) =>
        host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
}
