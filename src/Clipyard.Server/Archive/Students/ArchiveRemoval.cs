using Clipyard.Failures;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Archive.Clips;
using Clipyard.Server.Archive.Fetching;
using Clipyard.Server.Archive.Provenance;
using Clipyard.Server.Audit;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Students;

/// <summary>Erases: rows and proof in one transaction, then the objects that no row names any more.</summary>
internal sealed class ArchiveRemoval(
    ClipyardDb db,
    StudentDirectory directory,
    IRecordChain chain,
    IJobQueue queue,
    IAuditLog audit,
    ObjectRemoval objects,
    PostGate gate
)
{
    private const string Reason = "deleted";

    private static readonly TimeSpan JobPatience = TimeSpan.FromSeconds(30);

    /// <summary>Erases a student: every clip, the chain of their records, the link. One audit line stays.</summary>
    /// <exception cref="ClipyardException"><c>student_not_linked</c>; <c>conflict</c>: a job does not stop.</exception>
    public async Task<RemovalAnswer> RemoveStudentAsync(string studentId, CancellationToken cancellationToken)
    {
        await directory.GetAsync(studentId, cancellationToken);
        await StopJobsAsync(studentId, cancellationToken);

        List<Clip> clips;
        IReadOnlyList<DoomedObject> doomed;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            clips = await ClipsOf(studentId).ToListAsync(cancellationToken);
            await chain.DropAsync(db, ChainNames.OfStudent(studentId), cancellationToken);
            await EraseElsewhereAsync(studentId, clips, cancellationToken);
            doomed = [.. clips.SelectMany(objects.Doom)];
            db.Clips.RemoveRange(clips);
            await db.Jobs.Where(j => j.StudentId == studentId).ExecuteDeleteAsync(cancellationToken);
            await db.Students.Where(s => s.StudentId == studentId).ExecuteDeleteAsync(cancellationToken);
            audit.Add(
                db,
                "student.removed",
                studentId,
                new { Videos = clips.Count, Bytes = clips.Sum(c => c.SizeBytes) }
            );
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return new RemovalAnswer(
            Success: true,
            studentId,
            clips.Count,
            clips.Sum(c => c.SizeBytes),
            await RemoveObjectsAsync(doomed, CancellationToken.None)
        );
    }

    /// <summary>Erases one clip; its records stay as tombstones.</summary>
    /// <exception cref="ClipyardException"><c>student_not_linked</c>, <c>not_found</c>.</exception>
    public async Task<RemovalAnswer> RemoveClipAsync(
        string studentId,
        string videoId,
        CancellationToken cancellationToken
    )
    {
        await directory.GetAsync(studentId, cancellationToken);
        var (clip, left) = await EraseAsync(
            ClipsOf(studentId),
            videoId,
            $"No post '{Shown.Short(videoId)}' is kept for student '{studentId}'.",
            cancellationToken
        );
        return new RemovalAnswer(Success: true, studentId, 1, clip.SizeBytes, left);
    }

    /// <summary>Erases one clip, whoever's it is; its records stay as tombstones.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<ClipRemovalAnswer> RemoveClipAsync(string videoId, CancellationToken cancellationToken)
    {
        var (clip, left) = await EraseAsync(
            db.Clips.Include(c => c.Files),
            videoId,
            $"No post '{Shown.Short(videoId)}' is kept.",
            cancellationToken
        );
        return new ClipRemovalAnswer(Success: true, clip.VideoId, clip.StudentId, clip.SizeBytes, left);
    }

    private async Task<(Clip Clip, int FilesLeft)> EraseAsync(
        IQueryable<Clip> clips,
        string videoId,
        string absence,
        CancellationToken cancellationToken
    )
    {
        Clip clip;
        IReadOnlyList<DoomedObject> doomed;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            clip =
                await clips.SingleOrDefaultAsync(c => c.VideoId == videoId, cancellationToken)
                ?? throw new ClipyardException(FailureCatalogue.NotFound, absence);
            await chain.EraseAsync(db, clip, Reason, cancellationToken);
            doomed = objects.Doom(clip);
            db.Clips.Remove(clip);
            if (clip.StudentId is { } student)
            {
                await StudentCounters.AddAsync(db, student, clips: -1, -clip.SizeBytes, cancellationToken);
            }

            audit.Add(db, "clip.removed", videoId, new { clip.StudentId, clip.Sha256 });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return (clip, await RemoveObjectsAsync(doomed, CancellationToken.None));
    }

    /// <summary>What was kept for nobody before the student claimed it has a record in the chain of those clips, too.</summary>
    private async Task EraseElsewhereAsync(
        string studentId,
        IReadOnlyList<Clip> clips,
        CancellationToken cancellationToken
    )
    {
        var recorded = await db
            .Records.Where(r => db.Clips.Any(c => c.StudentId == studentId && c.VideoId == r.VideoId))
            .Select(r => r.VideoId)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var clip in clips.Where(c => recorded.Contains(c.VideoId, StringComparer.Ordinal)))
        {
            await chain.EraseAsync(db, clip, Reason, cancellationToken);
        }
    }

    private IQueryable<Clip> ClipsOf(string studentId) =>
        db.Clips.Include(c => c.Files).Where(c => c.StudentId == studentId);

    private async Task StopJobsAsync(string studentId, CancellationToken cancellationToken)
    {
        var running = await db
            .Jobs.Where(j => j.StudentId == studentId && (j.State == JobState.Queued || j.State == JobState.Running))
            .Select(j => j.Id)
            .ToListAsync(cancellationToken);
        foreach (var job in running)
        {
            await queue.CancelAsync(db, job, cancellationToken);
            if (!await queue.WaitAsync(job, JobPatience, cancellationToken))
            {
                throw new ClipyardException(
                    FailureCatalogue.Conflict,
                    $"Job {job} works for student '{studentId}' and has not stopped within {JobPatience.TotalSeconds:0} s."
                )
                {
                    Remedies = ["Try again in a minute."],
                };
            }
        }
    }

    private async Task<int> RemoveObjectsAsync(IReadOnlyList<DoomedObject> doomed, CancellationToken cancellationToken)
    {
        var left = 0;
        foreach (var post in doomed.GroupBy(d => (d.OwnerId, d.VideoId)))
        {
            using var turn = await gate.EnterAsync(post.Key.OwnerId, post.Key.VideoId, cancellationToken);
            left += await objects.RemoveAsync([.. post], cancellationToken);
        }

        return left;
    }
}
