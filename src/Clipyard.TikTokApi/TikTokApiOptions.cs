using System.Text;

namespace Clipyard.TikTokApi;

/// <summary>Which app speaks, where it speaks to, and how patient it is.</summary>
public sealed record TikTokApiOptions
{
    /// <summary>The app's client key, from TikTok's developer portal.</summary>
    public required string ClientKey { get; init; }

    /// <summary>The app's client secret. It belongs on a server, and never appears in logs or messages.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>
    /// Where requests for TikTok's API and upload hosts really go; null (default) means TikTok itself. A sandbox's
    /// address, such as <c>http://127.0.0.1:5555</c>: only connection and scheme change, names stay TikTok's.
    /// </summary>
    public Uri? ApiAddress { get; init; }

    /// <summary>The page that asks for consent, as the person's browser reaches it. Default: TikTok's.</summary>
    public Uri AuthorizeAddress { get; init; } = new("https://www.tiktok.com/v2/auth/authorize/");

    /// <summary>How long making a connection may take. Default 30 s. A handler of your own has its own rule.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one call may take until its answer has been read. Default 30 s. Chunks are not counted.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a chunk may stand still, and how long TikTok may take to answer to a whole one. Default 60 s.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a read or a chunk is tried in all before its failure is thrown. Default 3.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>The wait before the second try; it doubles from there, with jitter. Default 1 s.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest wait that is waited here, when TikTok asks for one. Default 30 s. A longer one ends the call, and the
    /// exception says how long it is.
    /// </summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause between two pages of a list: TikTok was seen to refuse faster readers. Default 1 s.</summary>
    public TimeSpan PagePause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How far the time in a webhook's signature may lie from ours. Default 5 minutes. TikTok retries for 72 hours and
    /// does not say whether it signs anew, so a stricter value may lose events.
    /// </summary>
    public TimeSpan WebhookTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, with all that is wrong.</exception>
    internal void ThrowIfInvalid()
    {
        (bool IsValid, string Rule)[] rules =
        [
            (!string.IsNullOrWhiteSpace(ClientKey), "ClientKey must not be empty"),
            (!string.IsNullOrWhiteSpace(ClientSecret), "ClientSecret must not be empty"),
            (IsOrigin(ApiAddress), "ApiAddress must be an http or https address without a path"),
            (IsWeb(AuthorizeAddress), "AuthorizeAddress must be an http or https address without a query"),
            (IsTimeout(ConnectTimeout), "ConnectTimeout must be from 1 ms to 24 h"),
            (IsTimeout(RequestTimeout), "RequestTimeout must be from 1 ms to 24 h"),
            (IsTimeout(IdleTimeout), "IdleTimeout must be from 1 ms to 24 h"),
            (Tries is >= 1 and <= 20, "Tries must be from 1 to 20"),
            (IsPause(RetryDelay), "RetryDelay must be from 0 to 24 h"),
            (IsPause(LongestWait), "LongestWait must be from 0 to 24 h"),
            (IsPause(PagePause), "PagePause must be from 0 to 24 h"),
            (WebhookTolerance > TimeSpan.Zero, "WebhookTolerance must be positive"),
        ];

        var broken = rules.Where(rule => !rule.IsValid).Select(rule => rule.Rule).ToList();
        if (broken.Count > 0)
        {
            throw new ClipyardException(FailureCatalogue.InvalidParameter, string.Join("; ", broken) + ".");
        }
    }

    // Written by hand: the generated one would print the secret.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("ClientKey = ").Append(ClientKey).Append(", ApiAddress = ").Append(ApiAddress);
        return true;
    }

    private static bool IsOrigin(Uri? uri) =>
        uri is null || (uri is { IsAbsoluteUri: true, Scheme: "http" or "https", PathAndQuery: "/" });

    private static bool IsWeb(Uri? uri) =>
        uri is { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "" };

    private static bool IsTimeout(TimeSpan value) =>
        value >= TimeSpan.FromMilliseconds(1) && value <= TimeSpan.FromHours(24);

    private static bool IsPause(TimeSpan value) => value >= TimeSpan.Zero && value <= TimeSpan.FromHours(24);
}
