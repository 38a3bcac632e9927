using System.Security.Claims;
using Clipyard.Failures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Identity;

/// <summary>Signing in and out in a browser.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api").WithTags("People").AllowAnonymous();
        group
            .MapPost("/sign-in", SignInAsync)
            .WithMetadata(new BeginsSessionAttribute())
            .WithName("SignIn")
            .WithSummary("Sign in")
            .WithDescription(
                "Begins a browser's session: the answer sets a cookie. After five wrong passwords the account is locked "
                    + "for ten minutes; a wrong name, a wrong password and a locked account are answered alike. "
                    + "Programs do not sign in: they pass an API key."
            )
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        group
            .MapPost("/sign-out", SignOutAsync)
            .WithName("SignOut")
            .WithSummary("Sign out")
            .WithDescription(
                "Ends this browser's session, or with `everywhere` every session of the person. Without a session "
                    + "there is nothing to do, and the answer is the same."
            )
            .ProducesProblem(StatusCodes.Status403Forbidden);
    }

    private static async Task<Ok<MeAnswer>> SignInAsync(
        SignInRequest request,
        HttpContext context,
        SignInLimiter limiter,
        PasswordCheck passwords,
        CancellationToken cancellationToken
    )
    {
        limiter.Enter(context.Connection.RemoteIpAddress);
        var person =
            await passwords.SignInAsync(request.Name ?? "", request.Password ?? "", cancellationToken)
            ?? throw new ClipyardException(FailureCatalogue.Unauthenticated, "The name or the password is wrong.")
            {
                Remedies =
                [
                    "Try again; after several wrong passwords an account is locked for ten minutes.",
                    "An administrator can reset a password: clipyard people reset-password NAME.",
                ],
            };
        await SessionCookie.BeginAsync(context, person);
        return TypedResults.Ok(Account.Describe(person));
    }

    private static async Task<NoContent> SignOutAsync(
        SignOutRequest? request,
        ClaimsPrincipal caller,
        HttpContext context,
        Account account,
        CancellationToken cancellationToken
    )
    {
        if (
            request?.Everywhere == true
            && CallerIdentity.IsSession(caller)
            && CallerIdentity.OwnerOf(caller) is { } owner
        )
        {
            await account.EndSessionsAsync(owner.Id, cancellationToken);
        }

        await SessionCookie.EndAsync(context);
        return TypedResults.NoContent();
    }
}
