namespace Clipyard.Server.Api.Problems;

/// <summary>What is wrong with a row of a table.</summary>
/// <param name="Row">Which, as a spreadsheet counts: the header is row 1.</param>
/// <param name="Line">The line on which it begins; more than the row when fields hold line breaks.</param>
/// <param name="Column">The column; null when it is about the row as a whole.</param>
/// <param name="Code">The failure's name.</param>
/// <param name="Message">What, in a sentence.</param>
internal sealed record RowFault(int Row, int Line, string? Column, string Code, string Message);
