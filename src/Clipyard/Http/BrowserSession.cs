using System.Net;

namespace Clipyard.Http;

/// <summary>One visit to TikTok's site: cookies, user agent and network exit that belong together.</summary>
internal sealed class BrowserSession(
    string userAgent,
    Uri? proxy,
    string exit,
    CookieContainer cookies,
    DateTimeOffset startedAt
)
{
    private int _requests;

    public string UserAgent { get; } = userAgent;

    public Uri? Proxy { get; } = proxy;

    public CookieContainer Cookies { get; } = cookies;

    public DateTimeOffset StartedAt { get; } = startedAt;

    /// <summary>What the exit is known by, apart from every other one; empty for none. Holds no credentials.</summary>
    public string Exit { get; } = exit;

    /// <summary>Page requests made so far.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public void CountRequest() => Interlocked.Increment(ref _requests);
}
