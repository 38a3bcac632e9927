namespace Clipyard.Server.Archive.TikTok;

/// <summary>How the server asks TikTok's public site, from the <c>TikTok</c> configuration section.</summary>
/// <remarks>The members of <see cref="ClipyardOptions"/> that suit a server, with the same defaults.</remarks>
internal sealed class TikTokOptions
{
    public const string Section = "TikTok";

    private static readonly ClipyardOptions Defaults = new();

    /// <summary>Page and listing requests a minute, on average; 0 for no limit and no rest after a refusal.</summary>
    public int RequestsPerMinute { get; set; } = Defaults.RequestsPerMinute;

    /// <summary>How many requests may go out at once after a rest.</summary>
    public int Burst { get; set; } = Defaults.Burst;

    /// <summary>How long all requests by an exit rest after TikTok refused us there.</summary>
    public TimeSpan CoolDown { get; set; } = Defaults.CoolDown;

    /// <summary>How often a request that failed for a passing reason is tried again.</summary>
    public int Retries { get; set; } = Defaults.Retries;

    /// <summary>The wait before the first retry; it doubles from there, with jitter.</summary>
    public TimeSpan RetryDelay { get; set; } = Defaults.RetryDelay;

    /// <summary>How long making a connection may take.</summary>
    public TimeSpan ConnectTimeout { get; set; } = Defaults.ConnectTimeout;

    /// <summary>How long one request may take until its headers, and a page until its end.</summary>
    public TimeSpan RequestTimeout { get; set; } = Defaults.RequestTimeout;

    /// <summary>How long a media transfer may stand still.</summary>
    public TimeSpan IdleTransferTimeout { get; set; } = Defaults.IdleTransferTimeout;

    /// <summary>Requests and transfers under way with one host, by one exit.</summary>
    public int ConnectionsPerHost { get; set; } = Defaults.ConnectionsPerHost;

    /// <summary>Bytes a second that all transfers together may take; null for no limit.</summary>
    public long? MaxBytesPerSecond { get; set; }

    /// <summary>Proxies to take in turn.</summary>
    public IList<Uri> Proxies { get; } = [];

    /// <summary>A cookies file in Netscape format; null for none.</summary>
    public string? CookiesFile { get; set; }

    /// <summary>How long posts and profiles are remembered; 0 switches it off.</summary>
    public TimeSpan CacheLifetime { get; set; } = Defaults.MetadataCacheLifetime;

    /// <summary>How many posts and profiles are remembered.</summary>
    public int CacheEntries { get; set; } = Defaults.MetadataCacheEntries;

    /// <summary>Whether the counting puzzle of the "Please wait..." page is answered.</summary>
    public bool AnswerChallenges { get; set; } = Defaults.AnswerChallenges;

    /// <summary>Which engine reads posts.</summary>
    public ExtractionEngine Engine { get; set; } = Defaults.Engine;

    /// <summary>The yt-dlp program.</summary>
    public string YtDlpPath { get; set; } = Defaults.YtDlpPath;

    /// <summary>The library's options.</summary>
    /// <param name="address">A sandbox that stands in for TikTok; null: TikTok.</param>
    public ClipyardOptions ToClipyardOptions(Uri? address) =>
        new()
        {
            TikTokAddress = address,
            UseRateLimiter = RequestsPerMinute != 0,
            RequestsPerMinute = RequestsPerMinute == 0 ? Defaults.RequestsPerMinute : RequestsPerMinute,
            Burst = Burst,
            CoolDown = CoolDown,
            Retries = Retries,
            RetryDelay = RetryDelay,
            ConnectTimeout = ConnectTimeout,
            RequestTimeout = RequestTimeout,
            IdleTransferTimeout = IdleTransferTimeout,
            ConnectionsPerHost = ConnectionsPerHost,
            MaxBytesPerSecond = MaxBytesPerSecond,
            Proxies = [.. Proxies],
            CookiesFile = CookiesFile,
            UseCache = CacheLifetime != TimeSpan.Zero,
            MetadataCacheLifetime = CacheLifetime == TimeSpan.Zero ? Defaults.MetadataCacheLifetime : CacheLifetime,
            MetadataCacheEntries = CacheEntries,
            AnswerChallenges = AnswerChallenges,
            Engine = Engine,
            YtDlpPath = YtDlpPath,
        };
}
