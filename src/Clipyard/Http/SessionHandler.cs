using System.Collections.Frozen;
using System.Net;

namespace Clipyard.Http;

/// <summary>Speaks as the session: its user agent, its cookies, the caller's extra headers; keeps the cookies set.</summary>
/// <remarks>
/// Cookies are ours, not the transport's: they belong to TikTok's https addresses, even where the connection goes to
/// a sandbox over plain http.
/// </remarks>
internal sealed class SessionHandler(ClipyardOptions options) : DelegatingHandler
{
    /// <summary>What a transfer depends on: which part of which file, and as which bytes.</summary>
    private static readonly FrozenSet<string> Ours = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Range",
        "If-Range",
        "Accept-Encoding",
        "Host"
    );

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var context = RequestContext.Of(request);
        var uri = request.RequestUri!;

        request.Headers.TryAddWithoutValidation("User-Agent", context.UserAgent ?? context.Session.UserAgent);
        if (TikTokHosts.IsSite(uri))
        {
            AddExtraHeaders(request);
        }

        if (context.Session.Cookies.GetCookieHeader(uri) is { Length: > 0 } cookies)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        }

        var response = await base.SendAsync(request, cancellationToken);

        if (response.Headers.TryGetValues("Set-Cookie", out var values))
        {
            foreach (var value in values)
            {
                Keep(context.Session.Cookies, uri, value);
            }
        }

        return response;
    }

    /// <summary>To TikTok's site alone: they may hold what signs somebody in.</summary>
    private void AddExtraHeaders(HttpRequestMessage request)
    {
        foreach (var (name, value) in options.ExtraHeaders)
        {
            if (!Ours.Contains(name))
            {
                request.Headers.Remove(name);
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private static void Keep(CookieContainer cookies, Uri uri, string value)
    {
        try
        {
            cookies.SetCookies(uri, value);
        }
        catch (CookieException)
        {
            // A cookie that the framework cannot read is one that we do without, as a browser does.
        }
    }
}
