using Clipyard.Failures;

namespace Clipyard;

/// <summary>Refuses options that make no sense, all at once and by name.</summary>
internal static class OptionsCheck
{
    public static void ThrowIfInvalid(ClipyardOptions options)
    {
        (bool IsValid, string Rule)[] rules =
        [
            (IsWeb(options.TikTokAddress), "TikTokAddress must be an absolute http or https address without path"),
            (options.SessionLifetime > TimeSpan.Zero, "SessionLifetime must be positive"),
            (options.UserAgents.Count > 0, "UserAgents must hold at least one"),
            (options.UserAgentRotationRequests > 0, "UserAgentRotationRequests must be positive"),
            (options.Proxies.All(IsProxy), "Proxies must be http, https, socks4 or socks5 addresses"),
            (IsTimeout(options.ConnectTimeout), "ConnectTimeout must be between 1 ms and 24 h"),
            (IsTimeout(options.RequestTimeout), "RequestTimeout must be between 1 ms and 24 h"),
            (IsTimeout(options.IdleTransferTimeout), "IdleTransferTimeout must be between 1 ms and 24 h"),
            (options.ConnectionsPerHost > 0, "ConnectionsPerHost must be positive"),
            (options.Retries is >= 0 and <= 100, "Retries must be 0 to 100"),
            (
                options.RetryDelay >= TimeSpan.Zero && options.RetryDelay <= TimeSpan.FromHours(1),
                "RetryDelay must be 0 to 1 h"
            ),
            (options.RequestsPerMinute > 0, "RequestsPerMinute must be positive; UseRateLimiter switches it off"),
            (options.Burst > 0, "Burst must be positive"),
            (options.CoolDown >= TimeSpan.Zero, "CoolDown must not be negative"),
            (options.Concurrency > 0, "Concurrency must be positive; UseConcurrencyLimit switches it off"),
            (
                options.MetadataCacheLifetime > TimeSpan.Zero,
                "MetadataCacheLifetime must be positive; UseCache switches it off"
            ),
            (options.MetadataCacheEntries > 0, "MetadataCacheEntries must be positive; UseCache switches it off"),
            (options.MaxBytesPerSecond is null or > 0, "MaxBytesPerSecond must be positive, or null for no limit"),
            (options.YtDlpPath.Length > 0, "YtDlpPath must name a program"),
        ];

        var broken = rules.Where(rule => !rule.IsValid).Select(rule => rule.Rule).ToList();
        if (broken.Count > 0)
        {
            throw new ClipyardException(FailureCatalogue.InvalidParameter, string.Join("; ", broken) + ".");
        }
    }

    private static bool IsTimeout(TimeSpan value) =>
        value >= TimeSpan.FromMilliseconds(1) && value <= TimeSpan.FromHours(24);

    private static bool IsWeb(Uri? uri) =>
        uri is null || (uri is { IsAbsoluteUri: true, Scheme: "http" or "https", PathAndQuery: "/" });

    private static bool IsProxy(Uri uri) =>
        uri is { IsAbsoluteUri: true, Scheme: "http" or "https" or "socks4" or "socks4a" or "socks5" };
}
