using System.Globalization;
using System.Net;
using Clipyard.Failures;
using Microsoft.Extensions.Logging;

namespace Clipyard.Http;

/// <summary>Reads TikTok's cookies of a file in Netscape format: seven fields to a line, tabs between.</summary>
internal static partial class CookieFile
{
    private const string HttpOnlyPrefix = "#HttpOnly_";

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: not readable, or not of this format.</exception>
    public static IReadOnlyList<Cookie> Read(string path, DateTimeOffset now, ILogger logger)
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

            var fields =
                FieldsOf(line)
                ?? throw new ClipyardException(
                    FailureCatalogue.InvalidParameter,
                    $"Line {number} of the cookies file '{path}' is not in Netscape format (seven fields, tabs between)."
                );
            if (!IsTikToks(fields.Domain) || !IsCurrent(fields.Expires, now))
            {
                continue;
            }

            if (ToCookie(fields) is { } cookie)
            {
                cookies.Add(cookie);
            }
            else
            {
                LogSkipped(logger, number, fields.Name);
            }
        }

        return cookies;
    }

    private static bool IsComment(string line) =>
        string.IsNullOrWhiteSpace(line)
        || (line.StartsWith('#') && !line.StartsWith(HttpOnlyPrefix, StringComparison.Ordinal));

    private static Fields? FieldsOf(string line)
    {
        var isHttpOnly = line.StartsWith(HttpOnlyPrefix, StringComparison.Ordinal);
        var fields = (isHttpOnly ? line[HttpOnlyPrefix.Length..] : line).Split('\t');

        // Some exports write the browser's fractions of a second.
        return
            fields.Length == 7
            && double.TryParse(fields[4], NumberStyles.Float, CultureInfo.InvariantCulture, out var expires)
            ? new Fields(
                fields[0],
                fields[2],
                fields[3].Equals("TRUE", StringComparison.OrdinalIgnoreCase),
                isHttpOnly,
                expires,
                fields[5],
                fields[6]
            )
            : null;
    }

    private static bool IsTikToks(string domain) =>
        Uri.TryCreate($"https://{domain.TrimStart('.')}/", UriKind.Absolute, out var uri) && TikTokHosts.IsSite(uri);

    // 0 marks a cookie of the browser's session, which the file keeps for us.
    private static bool IsCurrent(double expires, DateTimeOffset now) =>
        expires == 0 || expires > now.ToUnixTimeSeconds();

    /// <returns>The cookie; null when the framework does not take it, such as one with JSON as its value.</returns>
    private static Cookie? ToCookie(Fields fields)
    {
        try
        {
            var cookie = new Cookie(fields.Name, fields.Value, fields.Path, fields.Domain)
            {
                Secure = fields.IsSecure,
                HttpOnly = fields.IsHttpOnly,
            };

            // Tried out here, so that it cannot fail in the middle of a visit.
            new CookieContainer().Add(cookie);
            return cookie;
        }
        catch (Exception error) when (error is CookieException or ArgumentException)
        {
            return null;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Line {Number} of the cookies file holds a cookie that cannot be sent: {Name}; it is left out"
    )]
    private static partial void LogSkipped(ILogger logger, int number, string name);

    private sealed record Fields(
        string Domain,
        string Path,
        bool IsSecure,
        bool IsHttpOnly,
        double Expires,
        string Name,
        string Value
    );
}
