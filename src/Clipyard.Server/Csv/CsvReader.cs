using System.Globalization;
using System.Runtime.CompilerServices;
using Clipyard.Failures;
using CsvHelper;
using CsvHelper.Configuration;

namespace Clipyard.Server.Csv;

/// <summary>Reads CSV as RFC 4180 has it, one row at a time; line ends may be LF or CR, too. Empty lines are no rows.</summary>
internal sealed class CsvReader(TextReader text, char delimiter = ',')
{
    /// <summary>No field of ours is nearly as long: a missing quote must not swallow a whole file into memory.</summary>
    private const int LongestField = 1 << 20;

    private const char Quote = '"';

    private bool _isWrong;

    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: a quote is wrong or missing, with the line.</exception>
    public async IAsyncEnumerable<CsvRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var parser = new CsvParser(text, Configuration(), leaveOpen: true);
        for (var (number, line) = (1, 1); await NextAsync(parser, line, cancellationToken); number++)
        {
            var fields = FieldsOf(parser, line);
            if (fields is not ([] or [""]))
            {
                yield return new CsvRow(number, line, fields);
            }

            line = parser.RawRow + 1;
        }
    }

    private static async Task<bool> NextAsync(CsvParser parser, int line, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested(); // the parser knows none
        try
        {
            return await parser.ReadAsync();
        }
        catch (MaxFieldSizeException)
        {
            throw Fault(line, $"a field is longer than {LongestField} characters: a quote is missing");
        }
    }

    private static ClipyardException Fault(int line, string what) =>
        new(FailureCatalogue.InvalidParameter, $"Line {line}: {what}.");

    private CsvConfiguration Configuration() =>
        new(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            Quote = Quote,
            IgnoreBlankLines = false, // they count as lines
            MaxFieldSize = LongestField,
            // A quote within a field that does not begin with one is a character like others.
            BadDataFound = found => _isWrong |= found.Field.StartsWith(Quote),
        };

    private string[] FieldsOf(CsvParser parser, int line)
    {
        var fields = parser.Record ?? [];
        return _isWrong
            ? throw Fault(
                line,
                parser.RawRecord.AsSpan().Count(Quote) % 2 == 0
                    ? "nothing but a separator may follow a closing quote"
                    : "the quote is never closed"
            )
            : fields;
    }
}
