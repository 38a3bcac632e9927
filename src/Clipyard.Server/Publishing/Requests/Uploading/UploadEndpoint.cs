using System.Security.Claims;
using Clipyard.Server.Api;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Publishing.Requests.Waiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Publishing.Requests.Uploading;

/// <summary>A file and what is to be posted of it, in one request.</summary>
internal static class UploadEndpoint
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/tiktok/upload", UploadAsync)
            .WithTags("Publishing")
            .RequireAuthorization(Scopes.Draft)
            .WithName("UploadPost")
            .WithSummary("Send a video file and post it")
            .WithDescription(
                "The file streams to the store while it arrives. Waits 30 s for the draft (Prefer: wait=N, respond-async): "
                    + "200 once it is there, else 202. A file that is no video is refused as soon as that shows."
            )
            .Accepts<UploadParts>("multipart/form-data")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<UploadedPostAnswer>, Accepted<UploadedPostAnswer>>> UploadAsync(
        HttpRequest request,
        ClaimsPrincipal caller,
        UploadedPosts uploaded,
        PostWaiting posts,
        PostAnswers answers,
        IIdempotency idempotency,
        IWaiting waiting,
        CancellationToken cancellationToken
    )
    {
        var id = await uploaded.AcceptAsync(request, CallerRights.Of(caller), idempotency, cancellationToken);
        var post = await posts.WaitAsync(id, Outcomes.IsSettled, waiting.For(Patience), cancellationToken);
        if (post.State == PostState.Failed)
        {
            throw FailedPost.Of(post.Id, PostFailAnswer.Of(post));
        }

        var answer = new UploadedPostAnswer(await answers.ForAsync(post, cancellationToken), UploadMessages.Of(post));
        return PostStates.IsDelivered(post.State)
            ? TypedResults.Ok(answer)
            : TypedResults.Accepted(answer.StatusUrl, answer);
    }
}
