namespace Clipyard.Http;

/// <summary>What we call ourselves. TikTok serves different page shapes by it (docs/tiktok-web.md, "Watch page").</summary>
internal static class UserAgents
{
    /// <summary>Desktop browsers: the page with the fullest data.</summary>
    public static IReadOnlyList<string> Desktop { get; } =
    [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
    ];

    /// <summary>A phone: the second source when the desktop page holds no post.</summary>
    public const string Mobile =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";

    /// <summary>
    /// What yt-dlp and gallery-dl ask short links with: a browser could be sent to a page that opens the app.
    /// </summary>
    public const string ShortLink = "facebookexternalhit/1.1";
}
