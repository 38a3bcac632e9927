using Clipyard.Server.Archive.Clips;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Students;

/// <summary>Lists students and what is kept for them, page by page by key, so that the last page costs what the first does.</summary>
internal sealed class StudentListing(ClipyardDb db, StudentDirectory directory, ClipAnswers answers)
{
    private const int StudentsUnlessAsked = 100;

    /// <summary>Newest posts first.</summary>
    public async Task<VideosAnswer> VideosAsync(
        string studentId,
        string? limit,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        var page = PageRequest.Parse(limit, cursor, PageRequest.LargestLimit, keyParts: 2);
        var student = await directory.GetAsync(studentId, cancellationToken);
        var clips = db.Clips.AsNoTracking().Where(c => c.StudentId == studentId);
        if (page.After is [var time, var id])
        {
            var (postedAt, clipId) = (Instant(time), Number(id));
            // One range of the index and a filter on its first rows; "less, or equal and less" would be two ranges.
            clips = clips.Where(c => c.PostedAt <= postedAt && (c.PostedAt < postedAt || c.Id < clipId));
        }

        var rows = await clips
            .OrderByDescending(c => c.PostedAt)
            .ThenByDescending(c => c.Id)
            .Take(page.Limit + 1)
            .ToListAsync(cancellationToken);
        var shown = rows.Take(page.Limit).ToList();
        return new VideosAnswer(
            Success: true,
            student.StudentId,
            student.Username,
            await answers.ForAsync(shown, cancellationToken),
            shown.Count,
            student.StoredVideos,
            rows.Count > page.Limit
                ? PageRequest.CursorAfter(shown[^1].PostedAt.ToUnixTimeMilliseconds(), shown[^1].Id)
                : null
        );
    }

    /// <summary>By id.</summary>
    public async Task<StudentsAnswer> StudentsAsync(string? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = PageRequest.Parse(limit, cursor, StudentsUnlessAsked, keyParts: 1);
        var students = db.Students.AsNoTracking();
        if (page.After is [var last])
        {
            students = students.Where(s => string.Compare(s.StudentId, last) > 0);
        }

        var rows = await students
            .OrderBy(s => s.StudentId)
            .Take(page.Limit + 1)
            .Select(s => new StudentAnswer(s.StudentId, s.Username, s.StoredVideos, s.StoredBytes, s.LastDownloadAt))
            .ToListAsync(cancellationToken);
        var shown = rows.Take(page.Limit).ToList();
        return new StudentsAnswer(
            shown,
            shown.Count,
            await db.Students.LongCountAsync(cancellationToken),
            rows.Count > page.Limit ? PageRequest.CursorAfter(shown[^1].StudentId) : null
        );
    }

    private static long Number(string text) =>
        long.TryParse(text, out var number) ? number : throw PageRequest.BadCursor();

    private static DateTimeOffset Instant(string text)
    {
        var milliseconds = Number(text);
        return
            milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : throw PageRequest.BadCursor();
    }
}
