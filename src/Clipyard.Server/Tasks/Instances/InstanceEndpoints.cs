using Clipyard.Server.Api;
using Clipyard.Server.Publishing.Requests.Documents;
using Clipyard.Server.Tasks.Posting;
using Clipyard.Server.Tasks.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Tasks.Instances;

/// <summary>Instances: what works on tasks, and which accounts it may post to.</summary>
internal static class InstanceEndpoints
{
    private const string OneInstance = "/{instance_id:guid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/instances").WithTags("Tasks");
        MapReading(group.MapGroup("").RequireAuthorization(TaskPolicies.Reading));
        MapWriting(group.MapGroup("").RequireAuthorization(Scopes.Tasks));
    }

    private static void MapReading(RouteGroupBuilder group)
    {
        group
            .MapGet("", ListAsync)
            .WithName("ListInstances")
            .WithSummary("List instances")
            .WithDescription("Newest first. limit is 1 to 1,000, 50 unless given.");
        group
            .MapGet(OneInstance, GetAsync)
            .WithName("GetInstance")
            .WithSummary("Show an instance")
            .WithDescription("The accounts it is bound to, and where its tasks' output has video and caption.");
    }

    private static void MapWriting(RouteGroupBuilder group)
    {
        group
            .MapPost("", MakeAsync)
            .WithName("MakeInstance")
            .WithSummary("Make an instance")
            .WithDescription("Tasks belong to instances; an instance is bound to one connected account or more.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithExample(TaskExamples.Instance);
        group
            .MapPatch(OneInstance, ChangeAsync)
            .WithName("ChangeInstance")
            .WithSummary("Change an instance")
            .WithDescription("What is left out stays. Posts that are under way are not touched.")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithExample(TaskExamples.InstancePatch);
        group
            .MapDelete(OneInstance, RemoveAsync)
            .WithName("RemoveInstance")
            .WithSummary("Delete an instance and its tasks")
            .WithDescription(
                "While a task's post is under way: 409 post_in_progress; with cancel_post=true such posts are cancelled "
                    + "first, as far as they still can be (else 409 not_cancellable). Posts that have ended stay."
            )
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<InstanceListAnswer>> ListAsync(
        InstanceRows instances,
        CancellationToken cancellationToken,
        string? limit = null,
        string? cursor = null
    ) => TypedResults.Ok(await instances.ListAsync(limit, cursor, cancellationToken));

    private static async Task<Ok<InstanceAnswer>> GetAsync(
        [FromRoute(Name = "instance_id")] Guid instanceId,
        InstanceRows instances,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await instances.GetAsync(instanceId, cancellationToken));

    private static async Task<Created<InstanceAnswer>> MakeAsync(
        InstanceBody body,
        InstanceRows instances,
        IIdempotency idempotency,
        IPublicAddress address,
        CancellationToken cancellationToken
    )
    {
        var made = await instances.AddAsync(body, idempotency, cancellationToken);
        return TypedResults.Created(address.Absolute($"api/v1/instances/{made.InstanceId}"), made);
    }

    private static async Task<Ok<InstanceAnswer>> ChangeAsync(
        [FromRoute(Name = "instance_id")] Guid instanceId,
        InstancePatchBody body,
        InstanceRows instances,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await instances.ChangeAsync(instanceId, body, cancellationToken));

    private static async Task<NoContent> RemoveAsync(
        [FromRoute(Name = "instance_id")] Guid instanceId,
        TaskRemoval removal,
        CancellationToken cancellationToken,
        [FromQuery(Name = "cancel_post")]
        [System.ComponentModel.Description("true: posts of its tasks that are under way are cancelled first.")]
            string? cancelPost = null
    )
    {
        await removal.RemoveInstanceAsync(instanceId, QueryValue.Flag("cancel_post", cancelPost), cancellationToken);
        return TypedResults.NoContent();
    }
}
