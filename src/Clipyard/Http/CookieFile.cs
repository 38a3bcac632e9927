using System.Globalization;
using System.Net;
using Clipyard.Failures;

namespace Clipyard.Http;

/// <summary>Reads cookies in Netscape format: seven fields to a line, tabs between.</summary>
internal static class CookieFile
{
    private const string HttpOnlyPrefix = "#HttpOnly_";

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: not readable, or not of this format.</exception>
    public static IReadOnlyList<Cookie> Read(string path, DateTimeOffset now)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"The cookies file '{path}' cannot be read.",
                error
            );
        }

        var cookies = new List<Cookie>();
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1];
            if (IsComment(line))
            {
                continue;
            }

            var (cookie, isCurrent) =
                ParseLine(line, now)
                ?? throw new ClipyardException(
                    FailureCatalogue.InvalidParameter,
                    $"Line {number} of the cookies file '{path}' is not in Netscape format (seven fields, tabs between)."
                );
            if (isCurrent)
            {
                cookies.Add(cookie);
            }
        }

        return cookies;
    }

    private static bool IsComment(string line) =>
        string.IsNullOrWhiteSpace(line)
        || (line.StartsWith('#') && !line.StartsWith(HttpOnlyPrefix, StringComparison.Ordinal));

    private static (Cookie Cookie, bool IsCurrent)? ParseLine(string line, DateTimeOffset now)
    {
        var isHttpOnly = line.StartsWith(HttpOnlyPrefix, StringComparison.Ordinal);
        var fields = (isHttpOnly ? line[HttpOnlyPrefix.Length..] : line).Split('\t');
        if (fields.Length != 7 || !long.TryParse(fields[4], CultureInfo.InvariantCulture, out var expires))
        {
            return null;
        }

        try
        {
            var cookie = new Cookie(fields[5], fields[6], fields[2], fields[0])
            {
                Secure = fields[3].Equals("TRUE", StringComparison.OrdinalIgnoreCase),
                HttpOnly = isHttpOnly,
            };

            // 0 marks a cookie of the browser's session, which the file keeps for us.
            return (cookie, expires == 0 || expires > now.ToUnixTimeSeconds());
        }
        catch (CookieException)
        {
            return null;
        }
    }
}
