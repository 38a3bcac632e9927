using System.Runtime.CompilerServices;
using System.Text;
using Clipyard.Failures;
using Clipyard.Server.Csv;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Archive.Importing;

/// <summary>A CSV file whose first row names its columns. Others than ours are ignored.</summary>
internal static class ImportTable
{
    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>: a column is missing, or it is no CSV; <c>storage_unavailable</c>: it cannot be read.
    /// </exception>
    public static async IAsyncEnumerable<ImportRow> ReadAsync(
        string path,
        string[] required,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var text = Open(path);
        Dictionary<string, int>? columns = null;
        await foreach (var row in new CsvReader(text).ReadAsync(cancellationToken))
        {
            if (columns is null)
            {
                columns = ReadHeader(row.Fields, required);
            }
            else if (row.Fields.Count > columns.Count)
            {
                throw new ClipyardException(
                    FailureCatalogue.InvalidParameter,
                    $"Line {row.Line}: the row has {row.Fields.Count} fields, the header {columns.Count}."
                );
            }
            else
            {
                yield return new ImportRow(row.Line, row.Fields, columns);
            }
        }

        if (columns is null)
        {
            throw new ClipyardException(FailureCatalogue.InvalidParameter, "Line 1: the file is empty.");
        }
    }

    private static Dictionary<string, int> ReadHeader(IReadOnlyList<string> fields, string[] required)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < fields.Count; index++)
        {
            if (!columns.TryAdd(fields[index].Trim(), index))
            {
                throw new ClipyardException(
                    FailureCatalogue.InvalidParameter,
                    $"Line 1: the column '{fields[index]}' stands there twice."
                );
            }
        }

        var missing = required.Where(name => !columns.ContainsKey(name)).ToList();
        return missing.Count == 0
            ? columns
            : throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"Line 1: the column {string.Join(", ", missing)} is missing."
            );
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        }
        catch (Exception error) when (DiskErrors.IsDiskError(error))
        {
            throw DiskErrors.Name(error);
        }
    }
}
