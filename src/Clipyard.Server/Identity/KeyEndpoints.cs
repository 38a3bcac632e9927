using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Identity;

/// <summary>The caller's API keys.</summary>
internal static class KeyEndpoints
{
    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/keys").WithTags("People").RequireAuthorization();
        group.ProducesProblem(StatusCodes.Status401Unauthorized);
        group
            .MapGet("", ListAsync)
            .WithName("ListKeys")
            .WithSummary("List my API keys")
            .WithDescription(
                "Newest first, revoked and expired ones too. The keys themselves are kept nowhere. limit is 1 to 1,000, 100 unless given."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group
            .MapPost("", MakeAsync)
            .WithName("MakeKey")
            .WithSummary("Make an API key")
            .WithDescription(
                "The answer shows the key, once. Scopes: `read archive draft publish approve tasks admin`. A key "
                    + "cannot be given more, or a longer life, than what it is made with. Only keys with "
                    + "`allow_in_query` are accepted as `?api_key=`, by the routes that say so, for drafts only. "
                    + "`default_account_id` and `default_caption` hold for posts from a video's address or an uploaded "
                    + "form that name no account or have no text."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        group
            .MapPatch("/{id:guid}", ChangeAsync)
            .WithName("ChangeKey")
            .WithSummary("Change an API key's defaults")
            .WithDescription("What is left out stays; null takes a default away. Holds from the next request on.")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
        group
            .MapDelete("/{id:guid}", RevokeAsync)
            .WithName("RevokeKey")
            .WithSummary("Revoke an API key")
            .WithDescription("It stops working at once. Revoking it again changes nothing.")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<KeysAnswer>> ListAsync(
        Keys keys,
        CancellationToken cancellationToken,
        string? limit = null,
        string? cursor = null
    ) => TypedResults.Ok(await keys.ListAsync(limit, cursor, cancellationToken));

    private static async Task<Created<MadeKeyAnswer>> MakeAsync(
        MakeKeyRequest request,
        ClaimsPrincipal caller,
        Keys keys,
        CancellationToken cancellationToken
    ) => TypedResults.Created((string?)null, await keys.MakeAsync(caller, request, cancellationToken));

    private static async Task<Ok<KeyAnswer>> ChangeAsync(
        Guid id,
        ChangeKeyRequest request,
        ClaimsPrincipal caller,
        Keys keys,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await keys.ChangeAsync(caller, id, request, cancellationToken));

    private static async Task<NoContent> RevokeAsync(
        Guid id,
        ClaimsPrincipal caller,
        Keys keys,
        CancellationToken cancellationToken
    )
    {
        await keys.RevokeAsync(caller, id, cancellationToken);
        return TypedResults.NoContent();
    }
}
