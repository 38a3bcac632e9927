using System.Runtime.CompilerServices;
using Clipyard.Failures;
using Clipyard.Server.Csv;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>The rows of a table of posts.</summary>
internal sealed class ImportTable
{
    private readonly ImportFile _file;
    private readonly char _delimiter;

    private ImportTable(ImportFile file, char delimiter, ImportColumns columns, int rows)
    {
        _file = file;
        _delimiter = delimiter;
        Columns = columns;
        Rows = rows;
    }

    public ImportColumns Columns { get; }

    /// <summary>How many there are, without the header.</summary>
    public int Rows { get; }

    /// <summary>Reads the header, and counts: nobody waits for thousands of checks to hear that it is too long.</summary>
    /// <param name="file">The table.</param>
    /// <param name="delimiter">What separates its fields; null: as its header shows.</param>
    /// <param name="most">The most rows taken.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>.</exception>
    public static async Task<ImportTable> OpenAsync(
        ImportFile file,
        char? delimiter,
        int most,
        CancellationToken cancellationToken
    )
    {
        var separator = delimiter ?? await Delimiters.FindAsync(file, cancellationToken);
        ImportColumns? columns = null;
        var rows = 0;
        await foreach (var row in ReadAsync(file, separator, cancellationToken))
        {
            if (columns is null)
            {
                columns = ImportColumns.Read(row.Fields);
            }
            else if (++rows > most)
            {
                throw Invalid(
                    $"The file has more than {most:N0} rows (Publishing:MaxImportRows).",
                    "Send it in several parts."
                );
            }
        }

        return columns is not null && rows > 0
            ? new ImportTable(file, separator, columns, rows)
            : throw Invalid(
                columns is null ? "The file is empty." : "The file has a header and no row.",
                "Send a header with the columns' names, and a row for each post."
            );
    }

    /// <summary>The rows below the header.</summary>
    public async IAsyncEnumerable<CsvRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isHeader = true;
        await foreach (var row in ReadAsync(_file, _delimiter, cancellationToken))
        {
            if (!isHeader)
            {
                yield return row;
            }

            isHeader = false;
        }
    }

    private static async IAsyncEnumerable<CsvRow> ReadAsync(
        ImportFile file,
        char delimiter,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var text = await file.OpenAsync(cancellationToken);
        await foreach (var row in new CsvReader(text, delimiter).ReadAsync(cancellationToken))
        {
            yield return row;
        }
    }

    private static ClipyardException Invalid(string detail, string remedy) =>
        new(FailureCatalogue.InvalidParameter, detail) { Remedies = [remedy] };
}
