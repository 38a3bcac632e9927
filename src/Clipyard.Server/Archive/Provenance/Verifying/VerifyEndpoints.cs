using Clipyard.Server.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Lets an owner have the archive verified.</summary>
internal static class VerifyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("/api/v1/archive")
            .WithTags("Archive")
            .ProducesArchiveProblems()
            .MapPost("/verify", VerifyAsync)
            .RequireAuthorization(Scopes.Archive)
            .WithName("VerifyArchive")
            .WithSummary("Read the whole archive again and name what is not as it was kept")
            .WithDescription(
                "Finds changed, swapped and missing files, forged records, edited rows and broken chains, each with its "
                    + "chain, record, post and object. Erased clips are counted, not reported. Keep `heads` elsewhere and pass "
                    + "it the next time: only so a chain that was cut off at its end is found. Waits for the end; "
                    + "Prefer: respond-async or wait=N answers 202 with the job's address when it is not done by then."
            );

    private static async Task<Results<Ok<VerifyReport>, Accepted<JobAcceptedAnswer>>> VerifyAsync(
        VerifyRequest? request,
        Verification verification,
        IIdempotency idempotency,
        IWaiting waiting,
        JobAcceptance acceptance,
        CancellationToken cancellationToken
    )
    {
        var job = await verification.StartAsync(request ?? new VerifyRequest(), idempotency, cancellationToken);
        return await verification.WaitAsync(job, waiting.For(Timeout.InfiniteTimeSpan), cancellationToken) is { } report
            ? TypedResults.Ok(report)
            : await acceptance.AnswerAsync(job, cancellationToken);
    }
}
