using Clipyard.Failures;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>Says whether a post needs fetching at all. At most one clip per owner and post.</summary>
internal sealed class KeptPosts(ClipyardDb db, ClipClaim claim)
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

        if (studentId is not null && kept.StudentId is null)
        {
            await claim.TakeAsync(kept.ClipId, studentId, cancellationToken);
        }
    }
}
