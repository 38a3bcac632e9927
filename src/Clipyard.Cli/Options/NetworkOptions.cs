using System.CommandLine;

namespace Clipyard.Cli.Options;

/// <summary>Options about how TikTok is asked.</summary>
internal static class NetworkOptions
{
    public static readonly Option<string> Cookies = CliOption.Value(
        ValueParsers.Text,
        "FILE",
        "Cookies in Netscape format, as browser add-ons export them",
        "--cookies"
    );

    public static readonly Option<IReadOnlyList<Uri>> Proxies = CliOption.Values(
        ValueParsers.Proxy,
        "URL",
        "Go through an http, https or socks5 proxy; repeat it to take several in turn",
        "--proxy"
    );

    public static readonly Option<IReadOnlyList<KeyValuePair<string, string>>> Headers = CliOption.Values(
        ValueParsers.Header,
        "NAME:VALUE",
        "Send a header with every request; repeatable",
        "--add-header"
    );

    public static readonly Option<string> UserAgent = CliOption.Value(
        ValueParsers.Text,
        "TEXT",
        "Call ourselves that (default: current desktop browsers in turn)",
        "--user-agent"
    );

    public static readonly Option<int> Rate = CliOption.Value(
        ValueParsers.CountOrZero,
        "N",
        "Page requests a minute; 0 for no limit and no rest after a refusal (default: 60)",
        "--rate"
    );

    public static readonly Option<int> Concurrency = CliOption.Value(
        ValueParsers.Count,
        "N",
        "Work on N posts at once (default: 5)",
        "--concurrency"
    );

    public static readonly Option<int> Retries = CliOption.Value(
        ValueParsers.CountOrZero,
        "N",
        "Try again N times after a passing failure (default: 3)",
        "--retries",
        "-R"
    );

    public static readonly Option<TimeSpan> RequestTimeout = CliOption.Value(
        ValueParsers.Seconds,
        "SECONDS",
        "Give up on a connection, an answer or a transfer that stands still so long (default: 30)",
        "--timeout",
        "--socket-timeout"
    );

    public static readonly Option<ExtractionEngine> Engine = CliOption.Value(
        ValueParsers.Engine,
        "native|yt-dlp|auto",
        "What reads the posts; auto asks yt-dlp where we find nothing (default: native)",
        "--engine"
    );

    public static readonly Option<Uri> TikTokAddress = CliOption.Value(
        ValueParsers.HttpAddress,
        "URL",
        "Ask there instead of TikTok: the address that `clipyard sandbox` prints",
        "--tiktok-address"
    );

    public static OptionGroup Group { get; } =
        new(
            "Network",
            [Cookies, Proxies, Headers, UserAgent, Rate, Concurrency, Retries, RequestTimeout, Engine, TikTokAddress]
        );
}
