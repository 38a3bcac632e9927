namespace Clipyard.Cli.Options;

/// <summary>Turns what was chosen into the library's options.</summary>
internal static class ClientOptions
{
    public static ClipyardOptions From(Settings settings)
    {
        var defaults = new ClipyardOptions();
        var timeout = settings.Value(NetworkOptions.RequestTimeout) ?? defaults.RequestTimeout;
        var rate = settings.Value(NetworkOptions.Rate) ?? defaults.RequestsPerMinute;
        var concurrency = settings.Value(NetworkOptions.Concurrency) ?? defaults.Concurrency;
        var unlimited = rate == 0;
        var address = settings.Address(NetworkOptions.TikTokAddress);
        var engine = settings.Value(NetworkOptions.Engine) ?? defaults.Engine;
        if (address is not null && engine != ExtractionEngine.Native)
        {
            // Whoever believes to be in the sandbox must not reach the real TikTok.
            throw new UsageException("yt-dlp cannot be sent to --tiktok-address; leave out --engine or the address.");
        }

        return defaults with
        {
            TikTokAddress = address,
            CookiesFile = settings.Text(NetworkOptions.Cookies),
            ExtraHeaders = Headers(settings),
            UserAgents = settings.Text(NetworkOptions.UserAgent) is { } agent ? [agent] : defaults.UserAgents,
            Proxies = settings.Values(NetworkOptions.Proxies),
            ConnectTimeout = timeout,
            RequestTimeout = timeout,
            IdleTransferTimeout = timeout,
            Retries = settings.Value(NetworkOptions.Retries) ?? defaults.Retries,
            RequestsPerMinute = unlimited ? defaults.RequestsPerMinute : rate,
            // A slow rate with a burst of ten would not be what was asked for.
            Burst = unlimited ? defaults.Burst : Math.Min(rate, defaults.Burst),
            UseRateLimiter = !unlimited,
            Concurrency = concurrency,
            ConnectionsPerHost = Math.Max(concurrency, defaults.ConnectionsPerHost),
            MaxBytesPerSecond = settings.Value(DownloadOptionSet.LimitRate),
            Engine = engine,
        };
    }

    private static Dictionary<string, string> Headers(Settings settings)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in settings.Values(NetworkOptions.Headers))
        {
            headers[name] = value;
        }

        return headers;
    }
}
