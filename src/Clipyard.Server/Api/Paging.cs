using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Api;

/// <summary>Reads lists page by page.</summary>
internal static class Paging
{
    /// <summary>What comes after a position, newest first; null: from the beginning.</summary>
    public static IQueryable<T> NewestFirst<T>(this IQueryable<T> rows, RowPosition<Guid>? last)
        where T : class, ICreated
    {
        if (last is not null)
        {
            // One range of the index and a filter on its first rows; "less, or equal and less" would be two ranges.
            var (at, id) = (last.At, last.Id);
            rows = rows.Where(row => row.CreatedAt <= at && (row.CreatedAt < at || row.Id < id));
        }

        return rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id);
    }

    /// <summary>The first rows. One more is read, to know whether there is a next page.</summary>
    /// <param name="rows">Those that come after the page before, in the list's order.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="keyOf">A row's key in that order: what <see cref="Cursor"/> passes on.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<ListPage<T>> PageAsync<T, TKey>(
        this IQueryable<T> rows,
        int limit,
        Func<T, TKey> keyOf,
        CancellationToken cancellationToken
    )
        where TKey : class
    {
        var page = await rows.Take(limit + 1).ToListAsync(cancellationToken);
        if (page.Count <= limit)
        {
            return new ListPage<T>(page, NextCursor: null);
        }

        page.RemoveAt(limit);
        return new ListPage<T>(page, Cursor.After(keyOf(page[^1])));
    }
}
