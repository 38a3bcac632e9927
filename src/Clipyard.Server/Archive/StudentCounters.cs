using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive;

/// <summary>Counts a student's clips where they are counted: in the row, in the transaction that changes them.</summary>
internal static class StudentCounters
{
    /// <summary>Adds to both counters in the database, whatever this context has read before.</summary>
    /// <returns>Whether there is such a student.</returns>
    public static async Task<bool> AddAsync(
        ClipyardDb db,
        string studentId,
        long clips,
        long bytes,
        CancellationToken cancellationToken
    ) =>
        await db
            .Students.Where(s => s.StudentId == studentId)
            .ExecuteUpdateAsync(
                row =>
                    row.SetProperty(s => s.StoredVideos, s => s.StoredVideos + clips)
                        .SetProperty(s => s.StoredBytes, s => s.StoredBytes + bytes),
                cancellationToken
            ) == 1;
}
