using Clipyard.Server.Api;
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
        var (rowsWanted, after) = (PageLimit.Read(limit), Cursor.Read<RowPosition<long>>(cursor));
        var student = await directory.GetAsync(studentId, cancellationToken);
        var clips = db.Clips.AsNoTracking().Where(c => c.StudentId == studentId);
        if (after is not null)
        {
            var (postedAt, id) = (after.At, after.Id);
            // One range of the index and a filter on its first rows; "less, or equal and less" would be two ranges.
            clips = clips.Where(c => c.PostedAt <= postedAt && (c.PostedAt < postedAt || c.Id < id));
        }

        var page = await clips
            .OrderByDescending(c => c.PostedAt)
            .ThenByDescending(c => c.Id)
            .PageAsync(rowsWanted, c => new RowPosition<long>(c.PostedAt, c.Id), cancellationToken);
        return new VideosAnswer(
            Success: true,
            student.StudentId,
            student.Username,
            await answers.ForAsync(page.Rows, cancellationToken),
            page.Rows.Count,
            student.StoredVideos,
            page.NextCursor
        );
    }

    /// <summary>By id.</summary>
    public async Task<StudentsAnswer> StudentsAsync(string? limit, string? cursor, CancellationToken cancellationToken)
    {
        var rowsWanted = PageLimit.Read(limit, StudentsUnlessAsked);
        var students = db.Students.AsNoTracking();
        if (Cursor.Read<StudentCursor>(cursor) is { StudentId: var last })
        {
            students = students.Where(s => string.Compare(s.StudentId, last) > 0);
        }

        var page = await students
            .OrderBy(s => s.StudentId)
            .Select(s => new StudentAnswer(s.StudentId, s.Username, s.StoredVideos, s.StoredBytes, s.LastDownloadAt))
            .PageAsync(rowsWanted, s => new StudentCursor(s.StudentId), cancellationToken);
        return new StudentsAnswer(
            page.Rows,
            page.Rows.Count,
            await db.Students.LongCountAsync(cancellationToken),
            page.NextCursor
        );
    }
}
