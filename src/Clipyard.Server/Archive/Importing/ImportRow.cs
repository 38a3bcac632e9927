namespace Clipyard.Server.Archive.Importing;

/// <summary>A row whose fields are found by their column's name, in whatever order the file has them.</summary>
internal sealed class ImportRow(int line, IReadOnlyList<string> fields, IReadOnlyDictionary<string, int> columns)
{
    public int Line { get; } = line;

    /// <summary>A field, trimmed; null when it is empty or the file has no such column. Later names stand in for the first.</summary>
    public string? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (
                columns.TryGetValue(name, out var index)
                && index < fields.Count
                && fields[index].Trim() is { Length: > 0 } text
            )
            {
                return text;
            }
        }

        return null;
    }
}
