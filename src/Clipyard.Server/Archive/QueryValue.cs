using System.Globalization;
using Clipyard.Failures;
using Clipyard.Server.Api.Problems;

namespace Clipyard.Server.Archive;

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
        text?.ToLowerInvariant() switch
        {
            null or "" or "false" or "0" => false,
            "true" or "1" => true,
            _ => throw Refuse(name, "must be true or false", text),
        };

    private static ClipyardException Refuse(string name, string rule, string text) =>
        new(FailureCatalogue.InvalidParameter, $"The parameter '{name}' {rule}; it is '{Shown.Short(text)}'.");
}
