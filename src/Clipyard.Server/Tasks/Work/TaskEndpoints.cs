using Clipyard.Server.Api;
using Clipyard.Server.Publishing.Requests.Documents;
using Clipyard.Server.Tasks.Posting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Tasks.Work;

/// <summary>Tasks, their plans and their logs.</summary>
internal static class TaskEndpoints
{
    private const string OfInstance = "/api/v1/instances/{instance_id:guid}/tasks";
    private const string OneTask = "/api/v1/tasks/{task_id:guid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Tasks");
        MapReading(group.MapGroup("").RequireAuthorization(TaskPolicies.Reading));
        MapWriting(group.MapGroup("").RequireAuthorization(Scopes.Tasks));
    }

    private static void MapReading(RouteGroupBuilder group)
    {
        group
            .MapGet(OfInstance, ListAsync)
            .WithName("ListTasks")
            .WithSummary("List an instance's tasks")
            .WithDescription("Newest first, without their output. limit is 1 to 1,000, 50 unless given.");
        group
            .MapGet(OneTask, GetAsync)
            .WithName("GetTask")
            .WithSummary("Show a task")
            .WithDescription("With its output. GET .../detail has plan, log and post, too.");
        group
            .MapGet(OneTask + "/logs", LogsAsync)
            .WithName("ListTaskLogs")
            .WithSummary("Read a task's log")
            .WithDescription("Oldest first. limit is 1 to 1,000, 100 unless given.");
    }

    private static void MapWriting(RouteGroupBuilder group)
    {
        group
            .MapPost(OfInstance, MakeAsync)
            .WithName("MakeTask")
            .WithSummary("Make a task")
            .WithDescription("It begins as submitted, unless it is said how far it is.")
            .WithExample(TaskExamples.Task);
        group
            .MapPatch(OneTask, ChangeAsync)
            .WithName("ChangeTask")
            .WithSummary("Change a task")
            .WithDescription(
                "What is left out stays. A state that the present one does not lead to: 409 conflict, naming the ways. A "
                    + "post that is under way stays as it was asked for; note says of what it was made."
            )
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithExample(TaskExamples.TaskPatch);
        group
            .MapDelete(OneTask, RemoveAsync)
            .WithName("RemoveTask")
            .WithSummary("Delete a task")
            .WithDescription(
                "With plan and log. While its post is under way: 409 post_in_progress; with cancel_post=true the post is "
                    + "cancelled first, if it still can be (else 409 not_cancellable). A post that has ended stays."
            )
            .ProducesProblem(StatusCodes.Status409Conflict);
        group
            .MapPut(OneTask + "/plan", PlanAsync)
            .WithName("PutTaskPlan")
            .WithSummary("Plan a task")
            .WithDescription("The plan takes the place of the one there was; at most 200 steps.")
            .WithExample(TaskExamples.Plan);
        group
            .MapPost(OneTask + "/logs", LogAsync)
            .WithName("AddTaskLog")
            .WithSummary("Write a line into a task's log")
            .WithDescription("Lines are never changed or taken out; at most 10,000 a task.")
            .WithExample(TaskExamples.Log);
    }

    private static async Task<Ok<TaskListAnswer>> ListAsync(
        [FromRoute(Name = "instance_id")] Guid instanceId,
        TaskRows tasks,
        CancellationToken cancellationToken,
        [System.ComponentModel.Description("One state or several with commas between; all without it.")]
            string? state = null,
        string? limit = null,
        string? cursor = null
    ) => TypedResults.Ok(await tasks.ListAsync(instanceId, state, limit, cursor, cancellationToken));

    private static async Task<Ok<TaskAnswer>> GetAsync(
        [FromRoute(Name = "task_id")] Guid taskId,
        TaskRows tasks,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await tasks.GetAsync(taskId, cancellationToken));

    private static async Task<Ok<TaskLogListAnswer>> LogsAsync(
        [FromRoute(Name = "task_id")] Guid taskId,
        TaskLines lines,
        CancellationToken cancellationToken,
        string? limit = null,
        string? cursor = null
    ) => TypedResults.Ok(await lines.ListAsync(taskId, limit, cursor, cancellationToken));

    private static async Task<Created<TaskAnswer>> MakeAsync(
        [FromRoute(Name = "instance_id")] Guid instanceId,
        TaskBody body,
        TaskRows tasks,
        IIdempotency idempotency,
        IPublicAddress address,
        CancellationToken cancellationToken
    )
    {
        var made = await tasks.AddAsync(instanceId, body, idempotency, cancellationToken);
        return TypedResults.Created(address.Absolute($"api/v1/tasks/{made.TaskId}"), made);
    }

    private static async Task<Ok<TaskAnswer>> ChangeAsync(
        [FromRoute(Name = "task_id")] Guid taskId,
        TaskPatchBody body,
        TaskChanges changes,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await changes.ChangeAsync(taskId, body, cancellationToken));

    private static async Task<NoContent> RemoveAsync(
        [FromRoute(Name = "task_id")] Guid taskId,
        TaskRemoval removal,
        CancellationToken cancellationToken,
        [FromQuery(Name = "cancel_post")]
        [System.ComponentModel.Description("true: its post is cancelled first, if one is under way.")]
            string? cancelPost = null
    )
    {
        await removal.RemoveTaskAsync(taskId, QueryValue.Flag("cancel_post", cancelPost), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<PlanAnswer>> PlanAsync(
        [FromRoute(Name = "task_id")] Guid taskId,
        PlanBody body,
        TaskPlans plans,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await plans.PutAsync(taskId, body, cancellationToken));

    private static async Task<Created<TaskLogAnswer>> LogAsync(
        [FromRoute(Name = "task_id")] Guid taskId,
        LogBody body,
        TaskLines lines,
        IIdempotency idempotency,
        IPublicAddress address,
        CancellationToken cancellationToken
    )
    {
        var line = await lines.WriteAsync(taskId, body, idempotency, cancellationToken);
        return TypedResults.Created(address.Absolute($"api/v1/tasks/{taskId}/logs"), line);
    }
}
