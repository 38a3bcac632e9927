using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Archive.Fetching;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Archive.Posts;

/// <summary>Starts a job that fetches what another did not bring, as that one was asked to.</summary>
internal sealed class RetriedDownloads(ClipyardDb db, IJobQueue queue)
{
    /// <summary>The job: a new one, or the one that an earlier, same request made.</summary>
    /// <exception cref="ClipyardException">
    /// <c>not_found</c>; <c>conflict</c>: it has not ended, is no download, or has brought everything.
    /// </exception>
    public async Task<Guid> StartAsync(Guid jobId, IIdempotency idempotency, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(idempotency.EarlierResourceId, out var earlier))
        {
            return earlier;
        }

        var job =
            await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, cancellationToken)
            ?? throw new ClipyardException(FailureCatalogue.NotFound, $"There is no job {jobId}.");
        ThrowUnlessEnded(job);
        var again = await AddAsync(job, cancellationToken);
        idempotency.Remember(db, again.Id.ToString());
        await db.SaveChangesAsync(cancellationToken);
        await queue.WakeAsync(again, cancellationToken);
        return again.Id;
    }

    private async Task<Job> AddAsync(Job job, CancellationToken cancellationToken)
    {
        var items = await db
            .JobItems.AsNoTracking()
            .Where(i => i.JobId == job.Id)
            .OrderBy(i => i.Position)
            .ToListAsync(cancellationToken);
        if (items.Count == 0 && job.State != JobState.Completed)
        {
            return queue.Add(db, job.Kind, LaneOf(job), job.Request, job.StudentId); // it never learnt what to fetch
        }

        var missing = items.Where(i => i.State is not (JobItemState.Stored or JobItemState.AlreadyStored)).ToList();
        if (missing.Count == 0)
        {
            throw new ClipyardException(FailureCatalogue.Conflict, $"Job {job.Id} has brought everything.")
            {
                Remedies = ["Start a new download."],
            };
        }

        var wishes = JobDocuments.Read<DownloadsRequest>(job.Request);
        var again = queue.Add(db, JobKinds.Downloads, LaneOf(job), JobDocuments.Write(wishes), job.StudentId);
        again.TotalItems = missing.Count;
        db.JobItems.AddRange(missing.Select((item, position) => ItemFor(again, item, position)));
        return again;
    }

    private string LaneOf(Job job) =>
        job.StudentId is { } student
            ? JobKinds.StudentLane(db.Scope.Owner.Id, student)
            : JobKinds.OwnLane(db.Scope.Owner.Id);

    private static void ThrowUnlessEnded(Job job)
    {
        if (job.Kind is not (JobKinds.Downloads or JobKinds.StudentDownload))
        {
            throw new ClipyardException(FailureCatalogue.Conflict, $"Job {job.Id} is no download.")
            {
                Remedies = ["Only downloads can be tried again."],
            };
        }

        if (job.State is JobState.Queued or JobState.Running)
        {
            throw new ClipyardException(FailureCatalogue.Conflict, $"Job {job.Id} has not ended.")
            {
                Remedies = ["Wait for its end, or cancel it."],
            };
        }
    }

    private static JobItem ItemFor(Job job, JobItem item, int position) =>
        new()
        {
            JobId = job.Id,
            OwnerId = job.OwnerId,
            Position = position,
            Url = item.Url,
            VideoId = item.VideoId,
        };
}
