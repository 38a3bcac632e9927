using Clipyard.Failures;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Csv;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>Which column is where. Order and letter case do not matter.</summary>
internal sealed class ImportColumns
{
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];

    private ImportColumns() { }

    /// <summary>How many there are.</summary>
    public int Count => _names.Count;

    /// <exception cref="ClipyardException">
    /// <c>invalid_parameter</c>: a column is unknown, twice there, or none says where the files come from.
    /// </exception>
    public static ImportColumns Read(IReadOnlyList<string> header)
    {
        var columns = new ImportColumns();
        foreach (var cell in header)
        {
            columns.Add(cell.Trim());
        }

        return PostColumns.Sources.Any(columns._places.ContainsKey)
            ? columns
            : throw Invalid(
                $"The header has none of the columns {string.Join(", ", PostColumns.Sources)}.",
                "Name the columns in the first row; others than ours begin with x_."
            );
    }

    /// <summary>The name of the column at a place.</summary>
    public string NameAt(int place) => _names[place];

    /// <summary>A row's field; null when the table has no such column, or the row ends before it.</summary>
    public string? Find(CsvRow row, string name) =>
        _places.TryGetValue(name, out var place) && place < row.Fields.Count ? row.Fields[place] : null;

    private void Add(string given)
    {
        var name = given.Equals(PostColumns.Caption, StringComparison.OrdinalIgnoreCase) ? PostColumns.Content : given;
        if (name.Contains('\0', StringComparison.Ordinal) || name.Contains(ImportFile.Broken, StringComparison.Ordinal))
        {
            throw Invalid("The header is no text in UTF-8.", "Save the file as CSV UTF-8.");
        }

        if (!IsKnown(name))
        {
            throw Invalid(
                name.Length == 0
                    ? "The header has a column without a name."
                    : $"There is no column '{Shown.Short(given)}'.",
                $"The columns are {string.Join(", ", PostColumns.Taken)}; others of your own begin with x_."
            );
        }

        if (!_places.TryAdd(name, _names.Count))
        {
            throw Invalid($"The header has the column '{Shown.Short(given)}' twice.", "Keep one of them.");
        }

        _names.Add(name.ToLowerInvariant());
    }

    private static bool IsKnown(string name) =>
        name.StartsWith(PostColumns.OwnPrefix, StringComparison.OrdinalIgnoreCase)
        || PostColumns.Taken.Contains(name, StringComparer.OrdinalIgnoreCase)
        || PostColumns.ReadOnly.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static ClipyardException Invalid(string detail, string remedy) =>
        new(FailureCatalogue.InvalidParameter, detail) { Remedies = [remedy] };
}
