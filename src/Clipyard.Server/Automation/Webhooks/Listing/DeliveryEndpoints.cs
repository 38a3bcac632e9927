using System.ComponentModel;
using Clipyard.Server.Api;
using Clipyard.Server.Publishing.Requests.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Automation.Webhooks.Listing;

/// <summary>What became of messages; sending them again.</summary>
internal static class DeliveryEndpoints
{
    private const string DeliveryId = "The delivery's id, as the list of them has it.";

    public static void Map(RouteGroupBuilder reading, RouteGroupBuilder changing)
    {
        reading
            .MapGet("/{id:guid}/deliveries", ListAsync)
            .WithName("ListDeliveries")
            .WithSummary("List what a webhook was sent, and what became of it")
            .WithDescription("Newest first; kept for 30 days. limit is 100 unless given.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        reading
            .MapGet("/callbacks", ListCallbacksAsync)
            .WithName("ListCallbacks")
            .WithSummary("List the calls to callback_url of posts, and what became of them")
            .WithDescription(
                "Newest first; kept for 30 days. The addresses are not shown: whoever knows one may be let in by it."
            );
        changing
            .MapPost("/{id:guid}/test", TestAsync)
            .WithName("TestWebhook")
            .WithSummary("Send a webhook a test")
            .WithDescription("An event webhook.test, whatever the webhook listens to.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        changing
            .MapPost("/{id:guid}/deliveries/{delivery_id:guid}/replay", ReplayAsync)
            .WithName("ReplayDelivery")
            .WithSummary("Send a message again")
            .WithDescription("The same bytes under the same webhook-id, received before or not.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        changing
            .MapPost("/{id:guid}/replay", ReplayFailedAsync)
            .WithName("ReplayFailedDeliveries")
            .WithSummary("Send again what a webhook has not received")
            .WithDescription("All messages since an instant that failed for good, such as while it was switched off.")
            .WithExample(WebhookExamples.Replay)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        changing
            .MapPost("/callbacks/{delivery_id:guid}/replay", ReplayCallbackAsync)
            .WithName("ReplayCallback")
            .WithSummary("Call a post's callback_url again")
            .WithDescription("The same bytes under the same webhook-id, received before or not.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<DeliveriesAnswer>> ListAsync(
        Guid id,
        [AsParameters] DeliveryQuery query,
        DeliveryLog log,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await log.OfWebhookAsync(id, query, cancellationToken));

    private static async Task<Ok<DeliveriesAnswer>> ListCallbacksAsync(
        [FromQuery(Name = "post_id"), Description("Only this post's.")] string? postId,
        [AsParameters] DeliveryQuery query,
        DeliveryLog log,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await log.OfCallbacksAsync(postId, query, cancellationToken));

    private static async Task<Accepted<DeliveryAnswer>> TestAsync(
        Guid id,
        Replays replays,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    ) => TypedResults.Accepted((string?)null, await replays.TestAsync(id, idempotency, cancellationToken));

    private static async Task<Accepted<DeliveryAnswer>> ReplayAsync(
        Guid id,
        [FromRoute(Name = "delivery_id"), Description(DeliveryId)] Guid deliveryId,
        Replays replays,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Accepted((string?)null, await replays.ReplayAsync(id, deliveryId, idempotency, cancellationToken));

    private static async Task<Accepted<ReplayAnswer>> ReplayFailedAsync(
        Guid id,
        ReplayBody body,
        Replays replays,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Accepted(
            (string?)null,
            await replays.ReplayFailedAsync(id, body.Since, idempotency, cancellationToken)
        );

    private static async Task<Accepted<DeliveryAnswer>> ReplayCallbackAsync(
        [FromRoute(Name = "delivery_id"), Description(DeliveryId)] Guid deliveryId,
        Replays replays,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Accepted(
            (string?)null,
            await replays.ReplayCallbackAsync(deliveryId, idempotency, cancellationToken)
        );
}
