using System.Security.Claims;
using Clipyard.Server.Api;
using Clipyard.Server.Automation.Webhooks.Telling;
using Clipyard.Server.Publishing.Requests.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Automation.Webhooks.Subscribing;

/// <summary>Listening to events.</summary>
internal static class WebhookEndpoints
{
    public static void Map(RouteGroupBuilder reading, RouteGroupBuilder changing)
    {
        reading
            .MapGet("", ListAsync)
            .WithName("ListWebhooks")
            .WithSummary("List webhooks")
            .WithDescription("Newest first. There are at most 50; none shows its secret.");
        reading
            .MapGet("/events", ListEvents)
            .WithName("ListWebhookEvents")
            .WithSummary("List the types of event that webhooks can listen to")
            .WithDescription("Each with a sentence. What goes with an event stands in docs/webhooks.md.");
        reading
            .MapGet("/{id:guid}", GetAsync)
            .WithName("GetWebhook")
            .WithSummary("Show a webhook")
            .WithDescription("Whether it is on, and if not, why; since when its receiver takes nothing.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        changing
            .MapPost("", MakeAsync)
            .WithName("MakeWebhook")
            .WithSummary("Be told what happens")
            .WithDescription(
                "The address is called with POST, signed as Standard Webhooks has it; the answer shows the secret. What "
                    + "is not received is sent again for about a day. An address inside or without https is refused, "
                    + "unless Network:TrustedOrigins names it."
            )
            .WithExample(WebhookExamples.Make)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        changing
            .MapPatch("/{id:guid}", ChangeAsync)
            .WithName("EditWebhook")
            .WithSummary("Change a webhook, or switch it on or off")
            .WithDescription("What is left out stays. Messages that wait go to the new address.")
            .WithExample(WebhookExamples.Patch)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        changing
            .MapDelete("/{id:guid}", RemoveAsync)
            .WithName("DeleteWebhook")
            .WithSummary("Delete a webhook")
            .WithDescription("Its deliveries go with it, those that wait included.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<WebhooksAnswer>> ListAsync(
        ClaimsPrincipal caller,
        WebhookRegister webhooks,
        CancellationToken cancellationToken,
        string? limit = null,
        string? cursor = null
    )
    {
        var page = await webhooks.ListAsync(limit, cursor, cancellationToken);
        return TypedResults.Ok(page with { Webhooks = [.. page.Webhooks.Select(webhook => webhook.For(caller))] });
    }

    private static Ok<OfferedEventsAnswer> ListEvents() => TypedResults.Ok(new OfferedEventsAnswer(OfferedEvents.All));

    private static async Task<Ok<WebhookAnswer>> GetAsync(
        Guid id,
        ClaimsPrincipal caller,
        WebhookRegister webhooks,
        CancellationToken cancellationToken
    ) => TypedResults.Ok((await webhooks.GetAsync(id, cancellationToken)).For(caller));

    private static async Task<Created<MadeWebhookAnswer>> MakeAsync(
        WebhookBody body,
        HttpResponse response,
        WebhookRegister webhooks,
        IPublicAddress address,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        response.Headers.CacheControl = "no-store";
        var made = await webhooks.MakeAsync(body, idempotency, cancellationToken);
        return TypedResults.Created(address.Absolute($"api/webhooks/{made.Id}"), made);
    }

    private static async Task<Ok<WebhookAnswer>> ChangeAsync(
        Guid id,
        WebhookPatch patch,
        WebhookRegister webhooks,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await webhooks.ChangeAsync(id, patch, cancellationToken));

    private static async Task<NoContent> RemoveAsync(
        Guid id,
        WebhookRegister webhooks,
        CancellationToken cancellationToken
    )
    {
        await webhooks.RemoveAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
