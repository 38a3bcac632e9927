using Clipyard.Failures;
using Clipyard.Server.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Archive.Posts;

/// <summary>Posts by their addresses.</summary>
internal static class LinkEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1").WithTags("Archive").ProducesArchiveProblems();
        group
            .MapGet("/videos/info", InfoAsync)
            .WithName("GetVideoInfo")
            .WithSummary("Say what TikTok shows of a post now")
            .WithDescription("Nothing is kept. Answers are remembered for half an hour; media addresses live two days.")
            .RequireAuthorization(Scopes.Read);
        group
            .MapPost("/downloads", DownloadAsync)
            .WithName("DownloadVideos")
            .WithSummary("Fetch posts by their addresses and keep them")
            .WithDescription(
                "Answers 202 with the job's address at once; Prefer: wait=N waits so long for its end. A post that is "
                    + "kept for another student fails as conflict; one that is kept already is not fetched again."
            )
            .RequireAuthorization(Scopes.Archive);
        group
            .MapPost("/jobs/{job_id:guid}/retry", RetryAsync)
            .WithName("RetryDownload")
            .WithSummary("Fetch what a download did not bring")
            .WithDescription(
                "A new job for the posts that failed or were not reached, with the quality and the student of the one that "
                    + "ended; when that one did not even learn which posts there are, the same once more. Answers as "
                    + "POST /api/v1/downloads. 409 `conflict` when it has not ended, or has brought everything."
            )
            .RequireAuthorization(Scopes.Archive);
    }

    private static async Task<Accepted<JobAcceptedAnswer>> RetryAsync(
        [FromRoute(Name = "job_id")] Guid jobId,
        RetriedDownloads downloads,
        IIdempotency idempotency,
        IWaiting waiting,
        Jobs.IJobQueue queue,
        JobAcceptance acceptance,
        CancellationToken cancellationToken
    )
    {
        var job = await downloads.StartAsync(jobId, idempotency, cancellationToken);
        await queue.WaitAsync(job, waiting.For(TimeSpan.Zero), cancellationToken);
        return await acceptance.AnswerAsync(job, cancellationToken);
    }

    private static async Task<Ok<VideoInfoAnswer>> InfoAsync(
        ClipyardClient client,
        CancellationToken cancellationToken,
        string? url = null
    )
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                "The parameter 'url' is missing: the address of a post."
            );
        }

        return TypedResults.Ok(
            VideoInfoAnswer.From(await client.Videos.GetAsync(PostLinks.Parse(url), cancellationToken))
        );
    }

    private static async Task<Accepted<JobAcceptedAnswer>> DownloadAsync(
        DownloadsBody body,
        LinkDownloads downloads,
        IIdempotency idempotency,
        IWaiting waiting,
        Jobs.IJobQueue queue,
        JobAcceptance acceptance,
        CancellationToken cancellationToken
    )
    {
        var job = await downloads.StartAsync(body, idempotency, cancellationToken);
        await queue.WaitAsync(job, waiting.For(TimeSpan.Zero), cancellationToken);
        return await acceptance.AnswerAsync(job, cancellationToken);
    }
}
