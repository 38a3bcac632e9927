using System.Globalization;
using Clipyard.Downloads;

namespace Clipyard.Cli.Options;

/// <summary>Reads the values that options take. Each throws <see cref="FormatException"/> with a sentence that helps.</summary>
internal static class ValueParsers
{
    public static string Text(string value) => value;

    public static int Count(string value) => Whole(value, 1, "a whole number from 1 on");

    public static int CountOrZero(string value) => Whole(value, 0, "a whole number, 0 or more");

    public static int Port(string value) =>
        Whole(value, 0, "a port from 0 (any free one) to 65535") is var port and <= 65535
            ? port
            : throw new FormatException("Give a port from 0 (any free one) to 65535.");

    public static TimeSpan Seconds(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException("Give seconds, such as 30 or 0.5; at most 86400.");

    public static DateOnly Date(string value) =>
        DateOnly.TryParseExact(
            value,
            ["yyyy-MM-dd", "yyyyMMdd"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : throw new FormatException("Give a date as 2026-08-31 or 20260831.");

    /// <summary>Bytes a second: <c>500</c>, <c>50K</c>, <c>4.2M</c>; K is 1,024 as with yt-dlp.</summary>
    public static long ByteRate(string value)
    {
        var factor = value is [.., var unit] ? Factor(unit) : 1;
        var digits = factor > 1 ? value[..^1] : value;
        return
            double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * factor is >= 1 and < 1e15
            ? (long)(number * factor)
            : throw new FormatException("Give bytes a second, such as 50K or 4.2M.");
    }

    public static QualityChoice Quality(string value) =>
        value.ToLowerInvariant() switch
        {
            "best" => QualityChoice.Best,
            "compatible" => QualityChoice.Compatible,
            "hd" or "1080p" => QualityChoice.Hd,
            "sd" or "720p" => QualityChoice.Sd,
            "ld" or "480p" => QualityChoice.Ld,
            "mobile" or "360p" => QualityChoice.Mobile,
            "worst" => QualityChoice.Worst,
            "audio" => QualityChoice.Audio,
            _ => throw new FormatException(
                "Give one of best, compatible, hd (1080p), sd (720p), ld (480p), mobile (360p), worst, audio."
            ),
        };

    /// <summary>The name of a quality, as <see cref="Quality"/> reads it.</summary>
    public static string Name(QualityChoice quality) => quality.ToString().ToLowerInvariant();

    public static ExtractionEngine Engine(string value) =>
        value.ToLowerInvariant() switch
        {
            "native" => ExtractionEngine.Native,
            "yt-dlp" => ExtractionEngine.YtDlp,
            "auto" => ExtractionEngine.Auto,
            _ => throw new FormatException("Give one of native, yt-dlp, auto."),
        };

    /// <summary>The server's word for what separates the fields of a table.</summary>
    public static string Delimiter(string value) =>
        value.ToLowerInvariant() switch
        {
            "comma" or "," => "comma",
            "semicolon" or ";" => "semicolon",
            "tab" or "\t" => "tab",
            _ => throw new FormatException("Give one of comma, semicolon, tab."),
        };

    public static string TableFormat(string value) =>
        value.ToLowerInvariant() is ("csv" or "json") and var format
            ? format
            : throw new FormatException("Give one of csv, json.");

    /// <summary>A day's beginning, or an instant; in UTC where no offset is given.</summary>
    public static DateTimeOffset Instant(string value) =>
        DateTimeOffset.TryParseExact(
            value,
            ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? instant
            : throw new FormatException("Give a day as 2026-12-01 or an instant as 2026-12-01T18:00+07:00.");

    public static Uri HttpAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new FormatException("Give an http address, such as http://127.0.0.1:5555.");

    public static Uri Proxy(string value) =>
        Uri.TryCreate(
            value.Contains("://", StringComparison.Ordinal) ? value : "http://" + value,
            UriKind.Absolute,
            out var proxy
        ) && proxy.Scheme is "http" or "https" or "socks4" or "socks4a" or "socks5"
            ? proxy
            : throw new FormatException("Give a proxy, such as http://host:8080 or socks5://127.0.0.1:1080.");

    public static KeyValuePair<string, string> Header(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? "" : value[..colon].Trim();
        return name.Length > 0 && name.All(IsTokenCharacter)
            ? new(name, value[(colon + 1)..].Trim())
            : throw new FormatException("Give a header as NAME:VALUE, such as 'Accept-Language: de'.");
    }

    public static KeyValuePair<string, string> Setting(string value)
    {
        var sign = value.IndexOf('=', StringComparison.Ordinal);
        return sign > 0
            ? new(value[..sign].Trim(), value[(sign + 1)..].Trim())
            : throw new FormatException("Give a setting as NAME=VALUE, such as Storage:Public=true.");
    }

    private static int Whole(string value, int least, string what) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new FormatException($"Give {what}.");

    private static double Factor(char unit) =>
        char.ToUpperInvariant(unit) switch
        {
            'K' => 1L << 10,
            'M' => 1L << 20,
            'G' => 1L << 30,
            _ => 1,
        };

    /// <summary>What RFC 9110 allows in a header's name.</summary>
    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c);
}
