namespace Clipyard.Server.Csv;

/// <summary>A row of a CSV file.</summary>
/// <param name="Number">The row's number as a spreadsheet counts, from 1 with the header.</param>
/// <param name="Line">The line on which it begins, from 1: more than the number when fields hold line breaks.</param>
/// <param name="Fields">Its fields, unquoted.</param>
internal sealed record CsvRow(int Number, int Line, IReadOnlyList<string> Fields);
