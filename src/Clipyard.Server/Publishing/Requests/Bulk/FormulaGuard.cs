namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>
/// Keeps spreadsheets from running a caption: a cell that begins as a formula does gets an apostrophe in front, and loses
/// it again on its way in. Cells that begin with apostrophes and then so get one more, or the way back would be another.
/// </summary>
internal static class FormulaGuard
{
    private const char Mark = '\'';

    /// <summary>The cell as it may stand in a spreadsheet.</summary>
    public static string Guard(string cell) => IsFormula(cell) ? Mark + cell : cell;

    /// <summary>The cell as it was before <see cref="Guard"/>; others stay as they are.</summary>
    public static string Undo(string cell) => cell is [Mark, .. var rest] && IsFormula(rest) ? rest : cell;

    private static bool IsFormula(string cell) =>
        cell.AsSpan().TrimStart(Mark)
            is [
                '='
                or '+'
                or '-'
                or '@'
                or '\t'
                or '\r'
                or '\n'
                or '\uFF1D'
                or '\uFF0B'
                or '\uFF0D'
                or '\uFF20', // full width, too
                ..,
            ];
}
