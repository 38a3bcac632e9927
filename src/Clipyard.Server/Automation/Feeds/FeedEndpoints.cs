using Clipyard.Server.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>A student's feed, for its owner.</summary>
internal static class FeedEndpoints
{
    /// <summary>Everything, below one of the prefixes that callers use.</summary>
    /// <param name="routes">Where to.</param>
    /// <param name="prefix"><c>/tiktok</c> or <c>/api/tiktok</c>.</param>
    /// <param name="suffix">What tells the operations of one prefix from those of the other.</param>
    public static void Map(IEndpointRouteBuilder routes, string prefix, string suffix)
    {
        var group = routes
            .MapGroup(prefix + "/student/{student_id}/feed")
            .WithTags("Automation")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        group
            .MapGet("", GetAsync)
            .RequireAuthorization(Scopes.Read)
            .WithName("GetFeed" + suffix)
            .WithSummary("Show the address of a student's feed")
            .WithDescription("404 not_found when there is none.");
        var changing = group.MapGroup("").RequireAuthorization(Scopes.Archive);
        changing
            .MapPut("", KeepAsync)
            .WithName("KeepFeed" + suffix)
            .WithSummary("Make a feed of a student's kept posts")
            .WithDescription(
                "RSS with the files, as podcast programs read it. One that is there already stays as it is."
            );
        changing
            .MapPost("/rotate", RotateAsync)
            .WithName("RotateFeed" + suffix)
            .WithSummary("Give a feed another address")
            .WithDescription("The address before leads nowhere from then on, and nor do those of its files.")
            .ProducesProblem(StatusCodes.Status409Conflict);
        changing
            .MapDelete("", RemoveAsync)
            .WithName("RemoveFeed" + suffix)
            .WithSummary("End a student's feed")
            .WithDescription("What is kept stays.");
    }

    private static async Task<Ok<FeedAnswer>> GetAsync(
        [FromRoute(Name = "student_id")] string studentId,
        StudentFeeds feeds,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await feeds.GetAsync(studentId, cancellationToken));

    private static async Task<Ok<FeedAnswer>> KeepAsync(
        [FromRoute(Name = "student_id")] string studentId,
        StudentFeeds feeds,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await feeds.KeepAsync(studentId, cancellationToken));

    private static async Task<Ok<FeedAnswer>> RotateAsync(
        [FromRoute(Name = "student_id")] string studentId,
        StudentFeeds feeds,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await feeds.RotateAsync(studentId, idempotency, cancellationToken));

    private static async Task<NoContent> RemoveAsync(
        [FromRoute(Name = "student_id")] string studentId,
        StudentFeeds feeds,
        CancellationToken cancellationToken
    )
    {
        await feeds.RemoveAsync(studentId, cancellationToken);
        return TypedResults.NoContent();
    }
}
