using System.Security.Claims;
using Clipyard.Server.Accounts.Answers;
using Clipyard.Server.Accounts.Avatars;
using Clipyard.Server.Accounts.Connecting;
using Clipyard.Server.Api;
using Clipyard.Server.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Accounts;

/// <summary>The connected accounts.</summary>
internal static class AccountRoutes
{
    public static void MapConnected(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/tiktok").WithTags("Accounts");
        group
            .MapGet("/status", StatusAsync)
            .RequireAuthorization(Scopes.Read)
            .WithName("GetAccounts")
            .WithSummary("Say which TikTok accounts are connected")
            .WithDescription(
                "`connected` says whether at least one can be used. `state` is `connected` or `needs_reconnect`; "
                    + "`state_reason` says why, `missing_scopes` what was not granted and what that disables."
            )
            .ProducesProblem(StatusCodes.Status409Conflict);
        group
            .MapPost("/disconnect", DisconnectAsync)
            .RequireAuthorization(Scopes.Draft)
            .WithName("DisconnectAccount")
            .WithSummary("Disconnect a TikTok account")
            .WithDescription(
                "Forgets the tokens and gives the access back to TikTok. Posts that still wait for the account fail as "
                    + "`not_connected`. `account_id` may be left out when there is only one account; with several: 409 "
                    + "`conflict`, naming them. When another owner here has connected the same TikTok account, TikTok is "
                    + "not told: it would end both."
            )
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        group
            .MapGet("/accounts/{id:guid}/creator-info", CreatorInfoAsync)
            .RequireAuthorization(Scopes.Read)
            .WithName("GetCreatorInfo")
            .WithSummary("Ask TikTok what an account may post now")
            .WithDescription(
                "Privacy levels, switches and the longest video, fresh from TikTok at every call, as its sharing "
                    + "guidelines demand of a posting page. 20 calls a minute for one account; more answer 429 "
                    + "`rate_limited` with `retry_after`."
            )
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status502BadGateway);
        AvatarRoute.Map(group);
    }

    private static async Task<Ok<StatusAnswer>> StatusAsync(
        AccountListing listing,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await listing.DescribeAsync(cancellationToken));

    private static async Task<Ok<DisconnectAnswer>> DisconnectAsync(
        DisconnectRequest? request,
        ClaimsPrincipal caller,
        AccountDisconnect disconnect,
        CancellationToken cancellationToken
    )
    {
        var actor = CallerIdentity.ActorOf(caller);
        var revoked = await disconnect.RunAsync(request?.AccountId, actor, cancellationToken);
        return TypedResults.Ok(new DisconnectAnswer(Success: true, revoked));
    }

    private static async Task<Ok<CreatorInfoAnswer>> CreatorInfoAsync(
        Guid id,
        CreatorOptions creator,
        AccountAvatars avatars,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        var info = await creator.GetAsync(id, cancellationToken);
        await avatars.LearnAsync(id, info.AvatarUrl, cancellationToken);
        return TypedResults.Ok(CreatorInfoAnswer.Of(id, info));
    }
}
