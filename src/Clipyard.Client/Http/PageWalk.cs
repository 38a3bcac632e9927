using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace Clipyard.Client.Http;

/// <summary>Walks lists that the server gives out page by page.</summary>
internal static class PageWalk
{
    /// <summary>One request a page, until the caller stops.</summary>
    /// <param name="connection">Where to ask.</param>
    /// <param name="what">What is done, for messages: "list jobs".</param>
    /// <param name="pathOf">The path of the page behind a cursor; of the first behind null.</param>
    /// <param name="type">How a page is read.</param>
    /// <param name="read">A page's rows, and the cursor of the next one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async IAsyncEnumerable<TRow> WalkAsync<TPage, TRow>(
        this ServerConnection connection,
        string what,
        Func<string?, string> pathOf,
        JsonTypeInfo<TPage> type,
        Func<TPage, (IReadOnlyList<TRow>? Rows, string? NextCursor)> read,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string? cursor = null;
        do
        {
            var page = await connection.GetAsync(pathOf(cursor), what, type, cancellationToken);
            (var rows, cursor) = read(page);
            foreach (var row in rows ?? [])
            {
                yield return row;
            }
        } while (cursor is not null);
    }
}
