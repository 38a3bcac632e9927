using Clipyard.Failures;

namespace Clipyard;

/// <summary>Refuses options that make no sense, all at once and by name.</summary>
internal static class OptionsCheck
{
    /// <summary>What a header's name may hold beside letters and digits (RFC 9110, "token").</summary>
    private const string TokenMarks = "!#$%&'*+-.^_`|~";

    private static readonly string[] ConnectionHeaders =
    [
        "Connection",
        "Proxy-Connection",
        "Keep-Alive",
        "Transfer-Encoding",
        "Upgrade",
        "TE",
        "Trailer",
        "Expect",
    ];

    public static void ThrowIfInvalid(ClipyardOptions options)
    {
        (bool IsValid, string Rule)[] rules =
        [
            (IsWeb(options.TikTokAddress), "TikTokAddress must be an absolute http or https address without path"),
            (options.SessionLifetime > TimeSpan.Zero, "SessionLifetime must be positive"),
            (options.UserAgents.Count > 0, "UserAgents must hold at least one"),
            (options.UserAgents.All(IsHeaderValue), "UserAgents must be printable ASCII, and none empty"),
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
            (options.Burst <= 1_000_000, "Burst must be at most 1,000,000"),
            (
                options.CoolDown >= TimeSpan.Zero && options.CoolDown <= TimeSpan.FromHours(24),
                "CoolDown must be 0 to 24 h"
            ),
            (options.Concurrency > 0, "Concurrency must be positive; UseConcurrencyLimit switches it off"),
            (
                options.MetadataCacheLifetime > TimeSpan.Zero
                    && options.MetadataCacheLifetime <= TimeSpan.FromDays(365),
                "MetadataCacheLifetime must be positive and at most 365 days; UseCache switches it off"
            ),
            (options.MetadataCacheEntries > 0, "MetadataCacheEntries must be positive; UseCache switches it off"),
            (options.MaxBytesPerSecond is null or > 0, "MaxBytesPerSecond must be positive, or null for no limit"),
            (options.YtDlpPath.Length > 0, "YtDlpPath must name a program"),
        ];

        var broken = rules
            .Where(rule => !rule.IsValid)
            .Select(rule => rule.Rule)
            .Concat(HeaderFaults(options.ExtraHeaders))
            .ToList();
        if (broken.Count > 0)
        {
            throw new ClipyardException(FailureCatalogue.InvalidParameter, string.Join("; ", broken) + ".");
        }
    }

    // Names only: values may sign somebody in.
    private static IEnumerable<string> HeaderFaults(IReadOnlyDictionary<string, string> headers) =>
        from header in headers
        let rule = !IsHeaderName(header.Key) ? "is no name of a header"
        : !IsHeaderValue(header.Value) ? "has a value that is not printable ASCII"
        : !IsRequestHeader(header.Key, header.Value) ? "belongs to content or connection"
        : null
        where rule is not null
        select $"ExtraHeaders must be valid: '{Printable(header.Key)}' {rule}";

    private static bool IsHeaderName(string name) =>
        name.Length > 0
        && name.All(character => char.IsAsciiLetterOrDigit(character) || TokenMarks.Contains(character));

    private static bool IsHeaderValue(string? value) =>
        value is { Length: > 0 } && value.All(character => character is (>= ' ' and <= '~') or '\t');

    /// <summary>The framework knows which headers belong to content or to the connection.</summary>
    private static bool IsRequestHeader(string name, string value)
    {
        using var request = new HttpRequestMessage();
        return !ConnectionHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)
            && request.Headers.TryAddWithoutValidation(name, value);
    }

    private static string Printable(string text) =>
        string.Concat(text.Select(character => character is >= ' ' and <= '~' ? character : '?'));

    private static bool IsTimeout(TimeSpan value) =>
        value >= TimeSpan.FromMilliseconds(1) && value <= TimeSpan.FromHours(24);

    private static bool IsWeb(Uri? uri) =>
        uri is null || (uri is { IsAbsoluteUri: true, Scheme: "http" or "https", PathAndQuery: "/" });

    private static bool IsProxy(Uri uri) =>
        uri is { IsAbsoluteUri: true, Scheme: "http" or "https" or "socks4" or "socks4a" or "socks5" };
}
