using Clipyard.Server.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Clipyard.Server.Accounts.Avatars;

/// <summary>Gives pictures of accounts out.</summary>
internal static class AvatarRoute
{
    public static string PathOf(Guid accountId) => $"/api/tiktok/accounts/{accountId}/avatar";

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/accounts/{id:guid}/avatar", GetAsync)
            .RequireAuthorization(Scopes.Read)
            .WithName("GetAccountAvatar")
            .WithSummary("Show an account's picture")
            .WithDescription(
                "TikTok's present one, at most an hour old, fetched by this server: pages load nothing from TikTok. 404 "
                    + "`not_found` when TikTok shows none; 502 `network_error` when it cannot be had now."
            )
            .Produces(StatusCodes.Status200OK, contentType: "image/jpeg")
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status502BadGateway);

    private static async Task<FileContentHttpResult> GetAsync(
        Guid id,
        AccountAvatars avatars,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        var avatar = await avatars.GetAsync(id, cancellationToken);
        var headers = context.Response.Headers;
        headers.CacheControl = $"private, max-age={AvatarShelf.PictureLife.TotalSeconds:0}";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.Bytes(
            avatar.Content,
            avatar.ContentType,
            entityTag: new EntityTagHeaderValue($"\"{avatar.Sha256}\"")
        );
    }
}
