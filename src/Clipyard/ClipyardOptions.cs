namespace Clipyard;

/// <summary>How the library behaves. Every member has the default that suits one polite user.</summary>
public sealed record ClipyardOptions
{
    /// <summary>
    /// Where requests to TikTok's names really go; null (default) means TikTok itself. A sandbox's address, such as
    /// <c>http://127.0.0.1:5555</c>. Names, cookies and canonical addresses stay TikTok's.
    /// </summary>
    public Uri? TikTokAddress { get; init; }

    /// <summary>A cookies file in Netscape format, as browsers' export add-ons write it; null (default) for none.</summary>
    public string? CookiesFile { get; init; }

    /// <summary>How long cookies, proxy and user agent belong together before a new visit begins. Default 1 h.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Headers added to every request to TikTok's site, overriding ours of the same name except <c>Range</c>,
    /// <c>If-Range</c>, <c>Accept-Encoding</c> and <c>Host</c>. Hosts of other domains, such as those of most media,
    /// never see them. Default none.
    /// </summary>
    public IReadOnlyDictionary<string, string> ExtraHeaders { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>User agents of desktop browsers to take in turn. Default: a few current ones.</summary>
    public IReadOnlyList<string> UserAgents { get; init; } = Http.UserAgents.Desktop;

    /// <summary>After how many requests the next user agent is taken (with fresh cookies). Default 100.</summary>
    public int UserAgentRotationRequests { get; init; } = 100;

    /// <summary>
    /// Proxies to take in turn, the next one after a refusal or at the end of a session:
    /// <c>http://</c>, <c>https://</c> or <c>socks5://</c>. Default none.
    /// </summary>
    public IReadOnlyList<Uri> Proxies { get; init; } = [];

    /// <summary>How long making a connection may take. Default 30 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one request may take until its headers, and a page until its end. Default 30 s.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a media transfer may stand still. Default 30 s.</summary>
    public TimeSpan IdleTransferTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests and transfers under way with one host, by one exit. Others wait. Default 10.</summary>
    public int ConnectionsPerHost { get; init; } = 10;

    /// <summary>How often a request that failed for a passing reason is tried again. Default 3.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The wait before the first retry; it doubles from there, with jitter. Default 1 s.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Page and listing requests a minute, on average. Media is not counted. Default 60.</summary>
    public int RequestsPerMinute { get; init; } = 60;

    /// <summary>How many requests may go out at once after a rest. Default 10.</summary>
    public int Burst { get; init; } = 10;

    /// <summary>
    /// How long all requests by an exit rest after TikTok refused us there (403, 429, captcha); at most 24 h. Default
    /// 300 s. Calls wait for the end of a rest of up to this long, or 5 minutes if that is more. While a longer one is
    /// left, because TikTok asked for it, they end with <c>rate_limited</c>, which says how long it is.
    /// </summary>
    public TimeSpan CoolDown { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>
    /// Whether each refusal halves the rate and each 20 good answers in a row raise it again by a quarter, up to
    /// <see cref="RequestsPerMinute"/>. Default true.
    /// </summary>
    public bool AdaptiveSlowing { get; init; } = true;

    /// <summary>How many posts are worked on at once by the <c>...Many</c> methods. Default 5.</summary>
    public int Concurrency { get; init; } = 5;

    /// <summary>How long metadata is remembered. Media addresses outlive it (two days). Default 30 min.</summary>
    public TimeSpan MetadataCacheLifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How many posts and profiles are remembered. Default 1,000.</summary>
    public int MetadataCacheEntries { get; init; } = 1000;

    /// <summary>Bytes a second that all transfers together may take; null (default) for no limit.</summary>
    public long? MaxBytesPerSecond { get; init; }

    /// <summary>Whether metadata is remembered at all. Default true.</summary>
    public bool UseCache { get; init; } = true;

    /// <summary>Whether <see cref="RequestsPerMinute"/> and <see cref="CoolDown"/> apply. Default true.</summary>
    public bool UseRateLimiter { get; init; } = true;

    /// <summary>Whether <see cref="Concurrency"/> applies; otherwise a call that names many starts them all. Default true.</summary>
    public bool UseConcurrencyLimit { get; init; } = true;

    /// <summary>Whether the counting puzzle of the "Please wait..." page is answered. Default true.</summary>
    public bool AnswerChallenges { get; init; } = true;

    /// <summary>
    /// Which engine reads posts. Default <see cref="ExtractionEngine.Native"/>. The yt-dlp program asks TikTok itself,
    /// whatever <see cref="TikTokAddress"/> says.
    /// </summary>
    public ExtractionEngine Engine { get; init; } = ExtractionEngine.Native;

    /// <summary>The yt-dlp program. Default <c>yt-dlp</c>, found on the PATH.</summary>
    public string YtDlpPath { get; init; } = "yt-dlp";
}
