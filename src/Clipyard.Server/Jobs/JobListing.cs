using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Jobs;

/// <summary>Reads jobs for their owner.</summary>
internal sealed class JobListing(ClipyardDb db, JobResponses responses)
{
    private const int WithoutWish = 50;

    /// <summary>A page of them, newest first.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, naming it.</exception>
    public async Task<JobListResponse> ListAsync(
        string? state,
        string? studentId,
        string? limit,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        var count = PageLimit.Read(limit, WithoutWish);
        var last = Cursor.Read<RowPosition<Guid>>(cursor);
        var all = Filter(StateOf(state), studentId);
        var total = await all.CountAsync(cancellationToken);
        var page = await all.NewestFirst(last)
            .PageAsync(count, job => new RowPosition<Guid>(job.CreatedAt, job.Id), cancellationToken);
        return new JobListResponse(
            [.. page.Rows.Select(job => responses.For(job, items: null))],
            page.Rows.Count,
            total,
            page.NextCursor
        );
    }

    /// <summary>One of them with its items.</summary>
    /// <exception cref="ClipyardException"><c>not_found</c>.</exception>
    public async Task<JobResponse> GetAsync(Guid jobId, CancellationToken cancellationToken)
    {
        var job =
            await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, cancellationToken)
            ?? throw Missing(jobId);
        var items = await db
            .JobItems.AsNoTracking()
            .Where(item => item.JobId == jobId)
            .OrderBy(item => item.Position)
            .ToListAsync(cancellationToken);
        return responses.For(job, items);
    }

    /// <summary>What is answered to an id that the owner has no job of.</summary>
    public static ClipyardException Missing(Guid jobId) =>
        new(FailureCatalogue.NotFound, $"There is no job {jobId}.")
        {
            Remedies = ["GET /api/v1/jobs lists the jobs. Finished ones are forgotten after a while."],
        };

    private static JobState? StateOf(string? state) =>
        string.IsNullOrEmpty(state) ? null : WordReader.Choice<JobState>("state", state);

    private IQueryable<Job> Filter(JobState? state, string? studentId)
    {
        IQueryable<Job> jobs = db.Jobs.AsNoTracking();
        jobs = state is { } wanted ? jobs.Where(job => job.State == wanted) : jobs;
        return string.IsNullOrEmpty(studentId) ? jobs : jobs.Where(job => job.StudentId == studentId);
    }
}
