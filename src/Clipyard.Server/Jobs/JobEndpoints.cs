using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Clipyard.Server.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Jobs;

/// <summary>Looking at background work, and stopping it.</summary>
internal static class JobEndpoints
{
    private const string OneJob = "/{job_id:guid}";

    // Long enough for a step to notice, so that the answer usually says how it ended.
    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/jobs").WithTags("Jobs").ProducesProblem(StatusCodes.Status400BadRequest);
        group
            .MapGet("", ListAsync)
            .RequireAuthorization(Scopes.Read)
            .WithName("ListJobs")
            .WithSummary("List background work")
            .WithDescription(
                "Newest first, without items. state is queued, running, completed, failed or cancelled. limit is 1 to "
                    + "1,000, 50 unless given."
            );
        group
            .MapGet(OneJob, GetAsync)
            .RequireAuthorization(Scopes.Read)
            .WithName("GetJob")
            .WithSummary("Show a job: how far it is, its items, how it ended")
            .WithDescription("progress tells of the transfer that runs now. Finished jobs are kept for 30 days.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        group
            .MapDelete(OneJob, CancelAsync)
            .RequireAuthorization(Scopes.Archive)
            .WithName("CancelJob")
            .WithSummary("Cancel a job")
            .WithDescription(
                "A queued job is cancelled at once, a running one within its present step: 202 when it needs longer than "
                    + "two seconds (Prefer: wait=N changes that). What was kept stays. A job that has ended stays as it "
                    + "ended; asking again is harmless."
            )
            .ProducesProblem(StatusCodes.Status404NotFound);
        group
            .MapGet(OneJob + "/events", EventsAsync)
            .RequireAuthorization(Scopes.Read)
            .WithName("GetJobEvents")
            .WithSummary("Follow a job as it happens")
            .WithDescription(
                "Server-sent events from the job's beginning, or after Last-Event-ID; the stream ends with the job. 204 "
                    + "when it has ended and nothing is left to tell, so that browsers stop asking."
            )
            .Produces(StatusCodes.Status200OK, contentType: EventStream.ContentType)
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<JobListResponse>> ListAsync(
        JobListing listing,
        CancellationToken cancellationToken,
        [FromQuery(Name = "state")] string? state = null,
        [FromQuery(Name = "student_id")] string? studentId = null,
        [FromQuery(Name = "limit")] string? limit = null,
        [FromQuery(Name = "cursor")] string? cursor = null
    ) => TypedResults.Ok(await listing.ListAsync(state, studentId, limit, cursor, cancellationToken));

    private static async Task<Ok<JobResponse>> GetAsync(
        [FromRoute(Name = "job_id")] Guid jobId,
        JobListing listing,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await listing.GetAsync(jobId, cancellationToken));

    private static async Task<Results<Ok<JobResponse>, Accepted<JobResponse>>> CancelAsync(
        [FromRoute(Name = "job_id")] Guid jobId,
        ClipyardDb db,
        IJobQueue queue,
        IWaiting waiting,
        JobListing listing,
        CancellationToken cancellationToken
    )
    {
        var found = await queue.CancelAsync(db, jobId, cancellationToken) ?? throw JobListing.Missing(jobId);
        var ended = await queue.WaitAsync(found.Id, waiting.For(CancelPatience), cancellationToken);
        var job = await listing.GetAsync(jobId, cancellationToken);
        return ended ? TypedResults.Ok(job) : TypedResults.Accepted(job.Links.Self, job);
    }

    private static async Task<IResult> EventsAsync(
        [FromRoute(Name = "job_id")] Guid jobId,
        HttpContext context,
        ClipyardDb db,
        EventStream stream,
        CancellationToken cancellationToken,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId = null,
        [FromQuery(Name = "last_event_id")] string? lastEventIdInQuery = null
    )
    {
        var after = EventPosition.Read(lastEventId, lastEventIdInQuery) ?? 0;
        var subject = jobId.ToString();
        var job =
            await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, cancellationToken)
            ?? throw JobListing.Missing(jobId);
        if (
            job.State is not (JobState.Queued or JobState.Running)
            && !await db.Events.AnyAsync(e => e.Subject == subject && e.Id > after, cancellationToken)
        )
        {
            return TypedResults.NoContent();
        }

        await stream.RunAsync(context, new EventWish(job.OwnerId, subject, after, e => JobEvents.IsEnd(e.Type)));
        return Results.Empty;
    }
}
