namespace Clipyard.Benchmarks.Server;

/// <summary>An app of TikTok's, so that posts are taken on at all.</summary>
internal static class AppSettings
{
    public static readonly string[] All =
    [
        "--set",
        "TikTok:ClientKey=awbenchmark",
        "--set",
        "TikTok:ClientSecret=none",
    ];
}
