using System.Security.Claims;
using Clipyard.Server.Api;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Publishing.Requests.Documents;
using Clipyard.Server.Publishing.Requests.Waiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Publishing.Requests;

/// <summary>Asking for posts with JSON.</summary>
internal static class PostMaking
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/posts").WithTags("Publishing").RequireAuthorization(Scopes.Draft);
        group.ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group
            .MapPost("", MakeAsync)
            .WithName("MakePost")
            .WithSummary("Post a clip, an upload, or what is behind an address")
            .WithDescription(
                "Answers 202 at once; the files are fetched and checked first, then the post waits for a person (approval), "
                    + "for its time (schedule_time), or goes out. Prefer: wait=N waits so long for the outcome: 200 when "
                    + "there is one. A direct post without the key scope publish waits for a person in any case."
            )
            .WithExample(PostExamples.Make);
        group
            .MapVideoPosting("/video")
            .WithName("MakeVideoPost")
            .WithSummary("Post a video from its address, as automations ask for it");
    }

    private static async Task<Results<Ok<PostAnswer>, Accepted<PostAnswer>>> MakeAsync(
        PostBody body,
        ClaimsPrincipal caller,
        PostAcceptance acceptance,
        PostWaiting posts,
        PostAnswers answers,
        IIdempotency idempotency,
        IWaiting waiting,
        CancellationToken cancellationToken
    )
    {
        var id = await acceptance.AcceptAsync(body.ToWish(), CallerRights.Of(caller), idempotency, cancellationToken);
        var post = await posts.WaitAsync(id, Outcomes.IsSettled, waiting.For(TimeSpan.Zero), cancellationToken);
        var answer = await answers.ForAsync(post, cancellationToken);
        return PostStates.IsDelivered(post.State)
            ? TypedResults.Ok(answer)
            : TypedResults.Accepted(answer.StatusUrl, answer);
    }
}
