using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Clipyard.Client.Http;

/// <summary>Writes paths with queries.</summary>
internal static class QueryText
{
    /// <summary>Appends the parameters that have a value.</summary>
    public static string Of(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var text = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                text.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return text.ToString();
    }

    public static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string? Instant(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A choice as it is written on the wire: <c>in_inbox</c>.</summary>
    public static string? Word<T>(T? choice)
        where T : struct, Enum => choice is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName($"{choice}");

    public static string? Flag(bool flag) => flag ? "true" : null;
}
