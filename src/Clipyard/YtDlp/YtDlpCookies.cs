using System.Net;
using System.Text.RegularExpressions;

namespace Clipyard.YtDlp;

/// <summary>Reads the cookies that yt-dlp gives beside each format: they open its media.</summary>
internal static partial class YtDlpCookies
{
    /// <summary>Those that the framework does not take are left out.</summary>
    public static CookieCollection Read(IEnumerable<string?> texts)
    {
        var cookies = new CookieCollection();
        foreach (var text in texts.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            // Several cookies follow each other; what is no attribute begins the next one.
            var parts = new List<(string Name, string Value)>();
            foreach (Match part in Parts().Matches(text))
            {
                var (name, value) = (part.Groups["name"].Value.Trim(), part.Groups["value"].Value.Trim());
                if (parts.Count > 0 && !IsAttribute(name))
                {
                    Add(cookies, parts);
                    parts.Clear();
                }

                parts.Add((name, value));
            }

            Add(cookies, parts);
        }

        return cookies;
    }

    private static bool IsAttribute(string name) =>
        name is "Domain" or "Path" or "Secure" or "Expires" or "Version" or "Discard";

    private static void Add(CookieCollection cookies, List<(string Name, string Value)> parts)
    {
        try
        {
            if (parts is [var (name, value), .. var attributes] && ToCookie(name, value, attributes) is { } cookie)
            {
                // Tried out here, so that it cannot fail in the middle of a download.
                new CookieContainer().Add(cookie);
                cookies.Add(cookie);
            }
        }
        catch (Exception error) when (error is CookieException or ArgumentException)
        {
            // A cookie that the framework cannot send is one that we do without.
        }
    }

    private static Cookie? ToCookie(string name, string value, List<(string Name, string Value)> attributes)
    {
        var cookie = new Cookie(name, value, "/");
        foreach (var attribute in attributes)
        {
            switch (attribute.Name)
            {
                case "Domain":
                    cookie.Domain = attribute.Value;
                    break;
                case "Path":
                    cookie.Path = attribute.Value;
                    break;
                case "Secure":
                    cookie.Secure = true;
                    break;
            }
        }

        return cookie.Domain.Length > 0 ? cookie : null;
    }

    /// <summary><c>name=value</c> or a bare name, semicolons between; a quoted value may hold some, too.</summary>
    [GeneratedRegex(
        """(?<name>[^=;]+)(=\s*(?<value>"(\\.|[^"\\])*"|[^;]*))?""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Parts();
}
