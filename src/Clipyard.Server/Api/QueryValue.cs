using System.Globalization;
using Clipyard.Failures;
using Clipyard.Server.Api.Problems;

namespace Clipyard.Server.Api;

/// <summary>Reads values out of a query, and says which one is wrong and how.</summary>
internal static class QueryValue
{
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public static int WholeNumber(string name, string? text, int fallback, int from, int to)
    {
        if (string.IsNullOrEmpty(text))
        {
            return fallback;
        }

        return
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= from
            && number <= to
            ? number
            : throw Refuse(name, $"must be a whole number from {from} to {to}", text);
    }

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public static bool Flag(string name, string? text) =>
        !string.IsNullOrEmpty(text) && (TruthWord.Read(text) ?? throw Refuse(name, "must be true or false", text));

    /// <summary>One of a few words; the first one when nothing is said.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming them.</exception>
    public static string Word(string name, string? text, params IReadOnlyList<string> words)
    {
        if (string.IsNullOrEmpty(text))
        {
            return words[0];
        }

        return words.Contains(text, StringComparer.Ordinal)
            ? text
            : throw Refuse(name, $"must be one of {string.Join(", ", words)}", text);
    }

    /// <returns>Null when nothing is said.</returns>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public static DateTimeOffset? Instant(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at
        )
            ? at
            : throw Refuse(name, "must be a time such as 2026-12-01T00:00:00Z", text);
    }

    private static ClipyardException Refuse(string name, string rule, string text) =>
        new(FailureCatalogue.InvalidParameter, $"The parameter '{name}' {rule}; it is '{Shown.Short(text)}'.")
        {
            Parameter = name,
        };
}
