using System.Net;

namespace Clipyard.YtDlp;

/// <summary>Reads the cookies that yt-dlp gives beside each format: they open its media.</summary>
internal static class YtDlpCookies
{
    public static CookieCollection Read(IEnumerable<string?> texts)
    {
        var cookies = new CookieCollection();
        foreach (var text in texts.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            Cookie? cookie = null;
            foreach (
                var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
            {
                var (name, value) = part.Split('=', 2) is [var key, var rest] ? (key, rest) : (part, "");
                cookie = Apply(cookies, cookie, name, value);
            }
        }

        return cookies;
    }

    private static Cookie? Apply(CookieCollection cookies, Cookie? cookie, string name, string value)
    {
        switch (name)
        {
            case "Domain" when cookie is not null:
                cookie.Domain = value;
                cookies.Add(cookie);
                return cookie;
            case "Path" when cookie is not null:
                cookie.Path = value;
                return cookie;
            case "Secure" when cookie is not null:
                cookie.Secure = true;
                return cookie;
            case "Expires" or "Version" or "Discard":
                return cookie;
            default:
                return new Cookie(name, value, "/");
        }
    }
}
