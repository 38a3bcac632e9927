using System.Net;

namespace Clipyard.Http;

/// <summary>One visit to TikTok's site: cookies, user agent and network exit that belong together.</summary>
internal sealed class BrowserSession(string userAgent, Uri? proxy, CookieContainer cookies, DateTimeOffset startedAt)
{
    private int _requests;

    public string UserAgent { get; } = userAgent;

    public Uri? Proxy { get; } = proxy;

    public CookieContainer Cookies { get; } = cookies;

    public DateTimeOffset StartedAt { get; } = startedAt;

    /// <summary>What the pacer knows the exit by; without credentials.</summary>
    public string Exit { get; } = proxy?.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) ?? "";

    /// <summary>Page requests made so far.</summary>
    public int Requests => Volatile.Read(ref _requests);

    public void CountRequest() => Interlocked.Increment(ref _requests);
}
