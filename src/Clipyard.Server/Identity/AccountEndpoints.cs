using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Identity;

/// <summary>The caller's own account.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/me").WithTags("People").RequireAuthorization();
        group.ProducesProblem(StatusCodes.Status401Unauthorized);
        group
            .MapGet("", GetAsync)
            .WithName("GetMe")
            .WithSummary("Who am I")
            .WithDescription(
                "The person who calls, the key that was used (none in a browser), and what the call may do."
            );
        group
            .MapPost("/password", ChangePasswordAsync)
            .WithName("ChangePassword")
            .WithSummary("Change my password")
            .WithDescription(
                "Ends all sessions of the person except the one that asks. Wrong values of `current` count as wrong "
                    + "passwords: enough of them lock the account. API keys stay as they are."
            )
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<Ok<MeAnswer>> GetAsync(
        ClaimsPrincipal caller,
        Account account,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await account.DescribeAsync(caller, cancellationToken));

    private static async Task<NoContent> ChangePasswordAsync(
        ChangePasswordRequest request,
        ClaimsPrincipal caller,
        HttpContext context,
        SignInLimiter limiter,
        Account account,
        CancellationToken cancellationToken
    )
    {
        limiter.Enter(context.Connection.RemoteIpAddress);
        var person = await account.ChangePasswordAsync(request, cancellationToken);
        if (CallerIdentity.IsSession(caller))
        {
            await SessionCookie.BeginAsync(context, person);
        }

        return TypedResults.NoContent();
    }
}
