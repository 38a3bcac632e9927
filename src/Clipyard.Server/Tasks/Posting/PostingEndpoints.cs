using System.Security.Claims;
using Clipyard.Server.Api;
using Clipyard.Server.Publishing;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Publishing.Requests.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Tasks.Posting;

/// <summary>Posting what came of tasks, and looking at it.</summary>
internal static class PostingEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/tasks/{task_id:guid}").WithTags("Tasks");
        group
            .MapPost("/post-to-tiktok", PostAsync)
            .RequireAuthorization(Scopes.Tasks)
            .WithName("PostTask")
            .WithSummary("Post a completed task's video to TikTok")
            .WithDescription(
                "The video's address is taken from output_data; it must be https on an allowed host, and so must be whatever "
                    + "it redirects to. A task has one post: 409 post_in_progress, duplicate_post or outcome_uncertain. Waits "
                    + "30 s for TikTok's publish_id (Prefer: wait=N, respond-async): 200 when there is one, else 202. A "
                    + "direct post without the key scope publish waits for a person."
            )
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithExample(TaskExamples.Post);
        group
            .MapGet("/detail", DetailAsync)
            .RequireAuthorization(TaskPolicies.Reading)
            .WithName("GetTaskDetail")
            .WithSummary("Show a task with its plan, its log and its post")
            .WithDescription("Nothing is made up: an unplanned task has no planning steps.");
        group
            .MapGet("/post-status", StatusAsync)
            .RequireAuthorization(TaskPolicies.Reading)
            .WithName("GetTaskPostStatus")
            .WithSummary("Say how a task's post stands")
            .WithDescription("Of its latest post; 404 not_found while it has none.");
    }

    private static async Task<Results<Ok<PostedTaskAnswer>, Accepted<PostedTaskAnswer>>> PostAsync(
        [FromRoute(Name = "task_id")] Guid taskId,
        PostTaskBody body,
        ClaimsPrincipal caller,
        TaskPosting posting,
        IPosts posts,
        IIdempotency idempotency,
        IWaiting waiting,
        CancellationToken cancellationToken
    )
    {
        var rights = CallerRights.Of(caller);
        var id = await posting.AcceptAsync(taskId, body, rights, idempotency, cancellationToken);
        var post = await posts.BeginAsync(id, waiting.For(Patience), cancellationToken);
        if (post.State == PostState.Failed)
        {
            throw FailedPost.Of(post.PostId, post.Fail);
        }

        var answer = PostedTaskAnswer.Of(taskId, post, PostingMessages.Of(post, body, rights));
        return post.PublishId is not null || PostStates.IsDelivered(post.State)
            ? TypedResults.Ok(answer)
            : TypedResults.Accepted(answer.StatusUrl, answer);
    }

    private static async Task<Ok<TaskDetailAnswer>> DetailAsync(
        [FromRoute(Name = "task_id")] Guid taskId,
        TaskDetails details,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await details.GetAsync(taskId, cancellationToken));

    private static async Task<Ok<PostStatusAnswer>> StatusAsync(
        [FromRoute(Name = "task_id")] Guid taskId,
        TaskDetails details,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await details.PostStatusAsync(taskId, cancellationToken));
}
