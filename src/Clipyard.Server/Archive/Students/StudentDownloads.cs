using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Archive.Clips;
using Clipyard.Server.Archive.Fetching;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Students;

/// <summary>Downloads a student's posts: one job at a time per student, which everybody who asks meanwhile joins.</summary>
internal sealed class StudentDownloads(
    ClipyardDb db,
    StudentDirectory directory,
    IJobQueue queue,
    ClipAnswers clipAnswers
)
{
    /// <summary>The job that does it: the one that an earlier, same request made, the one that runs, or a new one.</summary>
    /// <exception cref="ClipyardException"><c>student_not_linked</c>, <c>invalid_parameter</c>.</exception>
    public async Task<Guid> StartAsync(
        string studentId,
        StudentDownloadRequest request,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        await directory.GetAsync(studentId, cancellationToken);
        if (Guid.TryParse(idempotency.EarlierResourceId, out var earlier))
        {
            return earlier;
        }

        // Looking and adding in one transaction: of two calls at once the second one joins.
        Job job;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            job =
                await RunningAsync(studentId, cancellationToken)
                ?? queue.Add(
                    db,
                    JobKinds.StudentDownload,
                    JobKinds.StudentLane(db.Scope.Owner.Id, studentId),
                    JobDocuments.Write(request),
                    studentId
                );
            idempotency.Remember(db, job.Id.ToString());
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await queue.WakeAsync(job, cancellationToken);
        return job.Id;
    }

    /// <summary>Waits for a job; what came of it when it has ended in time, else null.</summary>
    /// <exception cref="ClipyardException">Nothing was kept; with the reason.</exception>
    public async Task<DownloadAnswer?> WaitAsync(
        string studentId,
        Guid jobId,
        TimeSpan atMost,
        CancellationToken cancellationToken
    ) =>
        await queue.WaitAsync(jobId, atMost, cancellationToken)
            ? await AnswerAsync(studentId, jobId, cancellationToken)
            : null;

    private Task<Job?> RunningAsync(string studentId, CancellationToken cancellationToken) =>
        db
            .Jobs.Where(j =>
                j.StudentId == studentId
                && j.Kind == JobKinds.StudentDownload
                && (j.State == JobState.Queued || j.State == JobState.Running)
                && !j.CancelRequested
            )
            .OrderBy(j => j.CreatedAt)
            .ThenBy(j => j.Id)
            .FirstOrDefaultAsync(cancellationToken);

    private async Task<DownloadAnswer> AnswerAsync(string studentId, Guid jobId, CancellationToken cancellationToken)
    {
        var student = await directory.GetAsync(studentId, cancellationToken);
        var job =
            await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, cancellationToken)
            ?? throw new ClipyardException(FailureCatalogue.NotFound, $"Job {jobId} was erased with its student.");
        var items = await db
            .JobItems.AsNoTracking()
            .Where(i => i.JobId == jobId)
            .OrderBy(i => i.Position)
            .ToListAsync(cancellationToken);
        ThrowUnlessDone(job, items);

        var videos = await VideosAsync(items, cancellationToken);
        return new DownloadAnswer
        {
            Success = true,
            StudentId = student.StudentId,
            Username = student.Username,
            Videos = videos,
            Count = videos.Count,
            AlreadyStored = videos.Count(v => v.AlreadyStored == true),
            Failed =
            [
                .. items
                    .Where(i => i.State == JobItemState.Failed)
                    .Select(i => new FailedPostAnswer(i.VideoId, i.Url, i.Code ?? "", i.Message ?? "")),
            ],
            JobId = job.Id.ToString(),
        };
    }

    private static void ThrowUnlessDone(Job job, IReadOnlyList<JobItem> items)
    {
        switch (job.State)
        {
            case JobState.Failed:
                var failure = FailureCatalogue.Find(job.FailureCode ?? "") ?? FailureCatalogue.InternalError;
                throw new ClipyardException(failure, job.FailureDetail);
            case JobState.Cancelled:
                var kept = items.Count(i => i.State is JobItemState.Stored or JobItemState.AlreadyStored);
                throw new ClipyardException(
                    FailureCatalogue.Conflict,
                    $"Job {job.Id} was cancelled; {kept} of its posts are kept."
                )
                {
                    Remedies = ["Ask again: what is kept is not fetched again."],
                };
        }
    }

    private async Task<IReadOnlyList<ClipAnswer>> VideosAsync(
        IReadOnlyList<JobItem> items,
        CancellationToken cancellationToken
    )
    {
        var kept = items
            .Where(i => i is { VideoId: not null, State: JobItemState.Stored or JobItemState.AlreadyStored })
            .DistinctBy(i => i.VideoId, StringComparer.Ordinal)
            .ToDictionary(i => i.VideoId!, StringComparer.Ordinal);
        var ids = kept.Keys.ToList();
        var clips = await db.Clips.AsNoTracking().Where(c => ids.Contains(c.VideoId)).ToListAsync(cancellationToken);
        var inOrder = clips.OrderBy(c => kept[c.VideoId].Position).ToList();
        return
        [
            .. (await clipAnswers.ForAsync(inOrder, cancellationToken)).Select(clip =>
                clip with
                {
                    AlreadyStored = kept[clip.VideoId].State == JobItemState.AlreadyStored,
                }
            ),
        ];
    }
}
