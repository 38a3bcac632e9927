using Clipyard.Failures;
using Clipyard.Server.Api.Problems;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>What separates the fields of a table: programs differ, and by country.</summary>
internal static class Delimiters
{
    private const int LongestHeader = 64 * 1024;

    private static readonly char[] Known = [',', ';', '\t'];

    /// <summary>What a caller says it is; null for nothing said.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public static char? Read(string? text) =>
        text switch
        {
            null or "" => null,
            "," or "comma" => ',',
            ";" or "semicolon" => ';',
            "\t" or "tab" => '\t',
            _ => throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"The parameter 'delimiter' must be comma, semicolon or tab; it is '{Shown.Short(text)}'."
            )
            {
                Parameter = "delimiter",
            },
        };

    /// <summary>The one that stands most often in the header; no name of a column has one in it.</summary>
    public static async Task<char> FindAsync(ImportFile file, CancellationToken cancellationToken)
    {
        using var text = await file.OpenAsync(cancellationToken);
        var buffer = new char[LongestHeader];
        var length = await text.ReadBlockAsync(buffer, cancellationToken);
        var start = buffer.AsMemory(0, length).TrimStart("\r\n");
        var end = start.Span.IndexOfAny('\r', '\n');
        var header = end < 0 ? start : start[..end];
        return Known.MaxBy(separator => header.Span.Count(separator));
    }
}
