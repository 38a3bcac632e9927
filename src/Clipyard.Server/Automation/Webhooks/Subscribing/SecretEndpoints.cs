using Clipyard.Server.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Automation.Webhooks.Subscribing;

/// <summary>What receivers check signatures with.</summary>
internal static class SecretEndpoints
{
    private const string Overlap =
        "For 24 hours everything is signed with the old secret too, so that receivers can be changed without a gap. "
        + "Rotating again within that time drops the oldest at once.";

    public static void Map(RouteGroupBuilder changing)
    {
        changing
            .MapPost("/{id:guid}/rotate-secret", RotateAsync)
            .WithName("RotateWebhookSecret")
            .WithSummary("Give a webhook a new secret")
            .WithDescription("The answer shows it. " + Overlap)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        changing
            .MapGet("/callback-secret", ShowAsync)
            .WithName("GetCallbackSecret")
            .WithSummary("Show what the callbacks of posts are signed with")
            .WithDescription("One for all calls to callback_url; made when it is needed first.");
        changing
            .MapPost("/callback-secret/rotate", RotateOfCallbacksAsync)
            .WithName("RotateCallbackSecret")
            .WithSummary("Give the callbacks of posts a new secret")
            .WithDescription("The answer shows it. " + Overlap)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<SecretAnswer>> RotateAsync(
        Guid id,
        HttpResponse response,
        WebhookSecrets secrets,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    ) => Unkept(response, await secrets.RotateAsync(id, idempotency, cancellationToken));

    private static async Task<Ok<SecretAnswer>> ShowAsync(
        HttpResponse response,
        WebhookSecrets secrets,
        CancellationToken cancellationToken
    ) => Unkept(response, await secrets.OfCallbacksAsync(cancellationToken));

    private static async Task<Ok<SecretAnswer>> RotateOfCallbacksAsync(
        HttpResponse response,
        WebhookSecrets secrets,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    ) => Unkept(response, await secrets.RotateOfCallbacksAsync(idempotency, cancellationToken));

    private static Ok<SecretAnswer> Unkept(HttpResponse response, SecretAnswer answer)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(answer);
    }
}
