namespace Clipyard.Server.Network;

/// <summary>The names that TikTok's pictures and videos were seen under from 2020 to 2026.</summary>
internal static class TikTokNames
{
    private static readonly string[] Domains =
    [
        "tiktok.com",
        "tiktokv.com",
        "tiktokv.us",
        "tiktokv.eu",
        "tiktokcdn.com",
        "tiktokcdn-us.com",
        "tiktokcdn-eu.com",
        "ttwstatic.com",
        "ibytedtos.com",
    ];

    /// <summary>Whether a host is one of them, or below one.</summary>
    public static bool Contains(string host) =>
        Array.Exists(
            Domains,
            domain =>
                host.Equals(domain, StringComparison.OrdinalIgnoreCase)
                || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase)
        );
}
