using Clipyard.Server.Api;
using Clipyard.Server.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Events;

/// <summary>The one stream of everything that happens to the caller's things.</summary>
internal static class EventEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/v1/events", FollowAsync)
            .RequireAuthorization(Scopes.Read)
            .WithTags("Events")
            .WithName("GetEvents")
            .WithSummary("Follow everything that happens")
            .WithDescription(
                "Server-sent events. Those with an id are kept for seven days: after a break, pass the last one as "
                    + "Last-Event-ID (browsers do) or last_event_id, and the stream goes on behind it, each event once and "
                    + "in order. job.progress and post.progress have no id: they come at most four times a second for "
                    + "each job and post and are not repeated. A comment every 15 s keeps the connection open."
            )
            .Produces(StatusCodes.Status200OK, contentType: EventStream.ContentType)
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> FollowAsync(
        HttpContext context,
        IOwnerScope scope,
        EventStream stream,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId = null,
        [FromQuery(Name = "last_event_id")] string? lastEventIdInQuery = null
    )
    {
        var after = EventPosition.Read(lastEventId, lastEventIdInQuery);
        await stream.RunAsync(context, new EventWish(scope.Owner.Id, Subject: null, after, _ => false));
        return Results.Empty;
    }
}
