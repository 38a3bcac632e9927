using Clipyard.Server.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Publishing.Quota;

/// <summary>Looking at what TikTok's limits leave.</summary>
internal static class QuotaEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/tiktok/accounts/{id:guid}/quota", GetAsync)
            .WithTags("Publishing")
            .RequireAuthorization(Scopes.Read)
            .WithName("GetQuota")
            .WithSummary("Show what TikTok's limits leave of an account, and which posts wait")
            .WithDescription(
                "As counted here, over everybody who connected the same TikTok account: the calls left this minute, the "
                    + "drafts and direct posts of the last 24 hours, and your posts that go out next, with the reason. "
                    + "Nothing is asked of TikTok, which has the last word: what other apps post is not known here."
            )
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Ok<QuotaAnswer>> GetAsync(
        Guid id,
        AccountQuota quota,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await quota.DescribeAsync(id, cancellationToken));
    }
}
