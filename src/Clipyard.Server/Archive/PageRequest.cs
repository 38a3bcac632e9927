using System.Globalization;
using System.Text;
using Clipyard.Failures;

namespace Clipyard.Server.Archive;

/// <summary>Which page of a list somebody wants.</summary>
/// <param name="Limit">At most so many rows.</param>
/// <param name="After">The parts of the last row's key; null for the first page.</param>
internal sealed record PageRequest(int Limit, IReadOnlyList<string>? After)
{
    public const int LargestLimit = 1000;

    /// <summary>Between the parts of a key; no part holds it.</summary>
    private const char Separator = '|';

    /// <summary>Reads the query's <c>limit</c> and <c>cursor</c>.</summary>
    /// <param name="limit">As given; null for the default.</param>
    /// <param name="cursor">As given; null for the first page.</param>
    /// <param name="defaultLimit">For callers that name none.</param>
    /// <param name="keyParts">How many parts the list's key has.</param>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming it.</exception>
    public static PageRequest Parse(string? limit, string? cursor, int defaultLimit, int keyParts)
    {
        var rows = QueryValue.WholeNumber("limit", limit, defaultLimit, 1, LargestLimit);
        return new PageRequest(rows, string.IsNullOrEmpty(cursor) ? null : Open(cursor, keyParts));
    }

    /// <summary>What leads to the page after a row.</summary>
    public static string CursorAfter(params IReadOnlyList<object> key) =>
        Base64Url.Encode(
            string.Join(Separator, key.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)))
        );

    public static ClipyardException BadCursor() =>
        new(FailureCatalogue.InvalidParameter, "cursor must be a next_cursor of this very list.")
        {
            Remedies = ["Leave the cursor out to begin at the first page."],
        };

    private static string[] Open(string cursor, int keyParts) =>
        Base64Url.TryDecode(cursor, out var text) && text.Split(Separator) is var parts && parts.Length == keyParts
            ? parts
            : throw BadCursor();
}
