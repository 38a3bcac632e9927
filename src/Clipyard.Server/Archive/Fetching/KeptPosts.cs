using Clipyard.Failures;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>Says whether a post needs fetching at all. At most one clip per owner and post.</summary>
internal sealed class KeptPosts(ClipyardDb db)
{
    public Task<KeptPost?> FindAsync(string videoId, CancellationToken cancellationToken) =>
        db
            .Clips.AsNoTracking()
            .Where(c => c.VideoId == videoId)
            .Select(c => new KeptPost(c.Id, c.StudentId, c.Generation))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Takes a kept post for a student's, as far as it is nobody's.</summary>
    /// <exception cref="ClipyardException"><c>conflict</c>: it is another student's.</exception>
    public async Task ClaimAsync(KeptPost kept, string? studentId, CancellationToken cancellationToken)
    {
        if (kept.IsAnothers(studentId))
        {
            throw new ClipyardException(
                FailureCatalogue.Conflict,
                $"The post is kept for student '{kept.StudentId}' already."
            )
            {
                Remedies = [$"Delete it there first: DELETE /tiktok/student/{kept.StudentId}/videos/VIDEO_ID."],
            };
        }

        if (studentId is null || kept.StudentId is not null)
        {
            return;
        }

        // Fetched by its address before the student was linked: from now on it is the student's. Its record stays
        // where it is; a chain is never rewritten.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var unclaimed = db.Clips.Where(c => c.Id == kept.ClipId && c.StudentId == null);
        var bytes = await unclaimed.Select(c => c.SizeBytes).ToListAsync(cancellationToken);
        if (bytes.Count == 1 && await StudentCounters.AddAsync(db, studentId, clips: 1, bytes[0], cancellationToken))
        {
            await unclaimed.ExecuteUpdateAsync(row => row.SetProperty(c => c.StudentId, studentId), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
