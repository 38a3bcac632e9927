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
            .MapGet("/", ListAsync)
            .WithName("ListKeys")
            .WithSummary("List my API keys")
            .WithDescription("Newest first, revoked and expired ones too. The keys themselves are kept nowhere.");
        group
            .MapPost("/", MakeAsync)
            .WithName("MakeKey")
            .WithSummary("Make an API key")
            .WithDescription(
                "The answer shows the key, once. Scopes: `read archive draft publish approve tasks admin`. A key "
                    + "cannot be given more, or a longer life, than what it is made with. Only keys with "
                    + "`allow_in_query` are accepted as `?api_key=`, by the routes that say so, for drafts only."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden);
        group
            .MapDelete("/{id:guid}", RevokeAsync)
            .WithName("RevokeKey")
            .WithSummary("Revoke an API key")
            .WithDescription("It stops working at once. Revoking it again changes nothing.")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Ok<KeyListResponse>> ListAsync(Keys keys, CancellationToken cancellationToken)
    {
        var all = await keys.ListAsync(cancellationToken);
        return TypedResults.Ok(new KeyListResponse(all, all.Count, all.Count, NextCursor: null));
    }

    private static async Task<Created<MadeKeyResponse>> MakeAsync(
        MakeKeyRequest request,
        ClaimsPrincipal caller,
        Keys keys,
        CancellationToken cancellationToken
    ) => TypedResults.Created((string?)null, await keys.MakeAsync(caller, request, cancellationToken));

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
