using System.Net;

namespace Clipyard.Http;

/// <summary>Hands out the visit that requests belong to, and begins a new one when it is due.</summary>
internal sealed class SessionPool(ClipyardOptions options, IReadOnlyList<Cookie> ownCookies, TimeProvider time)
{
    private const int CookiesPerDomain = 100;

    private readonly Lock _lock = new();
    private BrowserSession? _current;
    private int _nextUserAgent;
    private int _nextProxy;

    /// <summary>Whether a refused exit can be left for another one.</summary>
    public bool HasOtherExits => options.Proxies.Count > 1;

    /// <summary>The visit under way; a new one when it has grown too old or too long.</summary>
    public BrowserSession Current()
    {
        lock (_lock)
        {
            if (_current is null || IsSpent(_current))
            {
                _current = Begin();
            }

            return _current;
        }
    }

    /// <summary>Ends a visit that was refused, so that the next request begins another, by the next exit.</summary>
    /// <returns>Whether it was the one under way: false for the requests that are refused along with the first.</returns>
    public bool Retire(BrowserSession session)
    {
        lock (_lock)
        {
            if (!ReferenceEquals(_current, session))
            {
                return false;
            }

            _current = null;
            return true;
        }
    }

    /// <summary>A visit of its own, beside the one under way.</summary>
    public BrowserSession BeginApart()
    {
        lock (_lock)
        {
            return Begin();
        }
    }

    private bool IsSpent(BrowserSession session) =>
        time.GetUtcNow() - session.StartedAt >= options.SessionLifetime
        || session.Requests >= options.UserAgentRotationRequests;

    private BrowserSession Begin()
    {
        var cookies = new CookieContainer
        {
            Capacity = ownCookies.Count + CookiesPerDomain,
            PerDomainCapacity = ownCookies.Count + CookiesPerDomain,
        };
        foreach (var cookie in ownCookies)
        {
            cookies.Add(cookie);
        }

        var userAgent = options.UserAgents[_nextUserAgent++ % options.UserAgents.Count];
        var proxy = options.Proxies.Count > 0 ? options.Proxies[_nextProxy++ % options.Proxies.Count] : null;
        return new BrowserSession(userAgent, proxy, ExitOf(proxy), cookies, time.GetUtcNow());
    }

    /// <summary>The place in the list tells apart what differs in its password alone.</summary>
    private string ExitOf(Uri? proxy)
    {
        if (proxy is null)
        {
            return "";
        }

        var place = options.Proxies.Select(known => known.OriginalString).ToList().IndexOf(proxy.OriginalString);
        return $"{proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}#{place}";
    }
}
