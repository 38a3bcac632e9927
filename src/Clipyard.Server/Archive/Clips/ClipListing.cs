using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Clips;

/// <summary>
/// Lists an owner's clips page by page by key: what indexes tell costs the same however many there are, and what they do
/// not tell is looked for among so many clips a page.
/// </summary>
internal sealed class ClipListing(ClipyardDb db, ClipAnswers answers)
{
    /// <summary>How many clips one page reads at most to find what no index knows: about a tenth of a second.</summary>
    public const int ReadForOnePage = 20_000;

    private const int CountedAtMost = 10_000;

    /// <exception cref="Failures.ClipyardException"><c>invalid_parameter</c>, naming it.</exception>
    public async Task<ClipListAnswer> ListAsync(ClipQuery query, CancellationToken cancellationToken)
    {
        var wish = new ClipWish(query);
        var all = wish.Filter(db.Clips.AsNoTracking());
        var ahead = wish.Order.Apply(all, wish.After);
        var page = wish.NeedsReading
            ? await SearchAsync(ahead, wish, cancellationToken)
            : await TakeAsync(ahead, wish, cancellationToken);
        var (total, isExact) = wish.NeedsReading
            ? (page.Clips.Count, wish.After is null && page.Next is null)
            : await CountAsync(all, wish, cancellationToken);
        return new ClipListAnswer(
            await answers.ForAsync(page.Clips, cancellationToken),
            page.Clips.Count,
            total,
            isExact,
            page.Next is null ? null : Cursor.After(page.Next)
        );
    }

    private static async Task<ClipPage> TakeAsync(
        IQueryable<Clip> ahead,
        ClipWish wish,
        CancellationToken cancellationToken
    )
    {
        var rows = await ahead.Take(wish.Limit + 1).ToListAsync(cancellationToken);
        var shown = rows.Take(wish.Limit).ToList();
        return new ClipPage(shown, rows.Count > wish.Limit ? wish.Order.PositionOf(shown[^1]) : null);
    }

    /// <summary>Reads on until the page is full, nothing is left, or enough was read: then the next page goes on there.</summary>
    private static async Task<ClipPage> SearchAsync(
        IQueryable<Clip> ahead,
        ClipWish wish,
        CancellationToken cancellationToken
    )
    {
        var found = new List<Clip>();
        Clip? last = null;
        var read = 0;
        await foreach (var clip in ahead.Take(ReadForOnePage).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var fits = wish.Fits(clip);
            if (fits && found.Count == wish.Limit)
            {
                return new ClipPage(found, wish.Order.PositionOf(found[^1]));
            }

            if (fits)
            {
                found.Add(clip);
            }

            (last, read) = (clip, read + 1);
        }

        return new ClipPage(found, last is not null && read == ReadForOnePage ? wish.Order.PositionOf(last) : null);
    }

    private async Task<(long Total, bool IsExact)> CountAsync(
        IQueryable<Clip> all,
        ClipWish wish,
        CancellationToken cancellationToken
    )
    {
        if (wish.OnlyStudentId is { } studentId)
        {
            var kept = await db
                .Students.Where(student => student.StudentId == studentId)
                .SumAsync(student => student.StoredVideos, cancellationToken);
            return (kept, true);
        }

        // Students' clips are counted already, where they are kept; the rest is counted here, up to a bound.
        var ofStudents = wish.IsAll ? await db.Students.SumAsync(s => s.StoredVideos, cancellationToken) : 0;
        var rest = wish.IsAll ? all.Where(clip => clip.StudentId == null) : all;
        var counted = await rest.Select(clip => clip.Id).Take(CountedAtMost + 1).LongCountAsync(cancellationToken);
        return (ofStudents + Math.Min(counted, CountedAtMost), counted <= CountedAtMost);
    }
}
