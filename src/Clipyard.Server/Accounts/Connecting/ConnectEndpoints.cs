using System.Security.Claims;
using Clipyard.Failures;
using Clipyard.Server.Accounts.Answers;
using Clipyard.Server.Accounts.App;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Hosting;
using Clipyard.Server.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Accounts.Connecting;

/// <summary>Connecting an account: away to TikTok, and back.</summary>
internal static class ConnectEndpoints
{
    public const string ConfirmPath = "/api/auth/tiktok/confirm";

    private const string BackDescription =
        "TikTok sends the browser here with `code`, `scopes` and `state`, or with `error`, `error_type` and "
        + "`error_description`. Needs no key: the state is the proof, good once and for ten minutes. Begun in a browser, "
        + "the answer leads back to the page that asked, with `tiktok=connected&account_id=...` or "
        + "`tiktok=failed&code=...` added. Begun with a key, it is a page that names the owner and the TikTok account "
        + "and asks first.";

    public static void MapConnecting(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Accounts");
        MapBeginning(group);
        MapEnding(group);
        foreach (var path in RedirectPaths.Of(routes.ServiceProvider))
        {
            group.MapGet(path, FinishAsync).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static void MapBeginning(RouteGroupBuilder group)
    {
        group
            .MapGet("/api/auth/tiktok", BeginInBrowserAsync)
            .RequireAuthorization(Scopes.Draft)
            .WithMetadata(new OnPublicHostAttribute())
            .WithName("ConnectInBrowser")
            .WithSummary("Connect a TikTok account, in a browser")
            .WithDescription(
                "Leads a signed-in browser to TikTok's consent page. Afterwards it comes back to `return_to`. Programs "
                    + "use GET /auth/oauth-url/tiktok."
            )
            .Produces(StatusCodes.Status302Found)
            .ProducesProblem(StatusCodes.Status409Conflict);
        group
            .MapGet("/auth/oauth-url/tiktok", BeginByKeyAsync)
            .RequireAuthorization(Scopes.Draft)
            .WithName("GetConnectAddress")
            .WithSummary("Ask for an address to connect a TikTok account at")
            .WithDescription(
                "For programs: open `url` in the browser of the TikTok account's person, within ten minutes. Back here "
                    + "they are asked whether they meant to connect it to you."
            )
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static void MapEnding(RouteGroupBuilder group)
    {
        group
            .MapGet(TikTokApp.CallbackPath, FinishAsync)
            .AllowAnonymous()
            .WithName("FinishConnecting")
            .WithSummary("Come back from TikTok's consent page")
            .WithDescription(BackDescription)
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .Produces(StatusCodes.Status302Found)
            .ProducesProblem(StatusCodes.Status409Conflict);
#pragma warning disable RDG003 // a form of several fields is bound at run time: compiled, the document would lose their names
        group
            .MapPost(ConfirmPath, AnswerAsync)
#pragma warning restore RDG003
            .AllowAnonymous()
            .DisableAntiforgery() // the form carries a proof of its own
            .WithMetadata(new CarriesProofAttribute())
            .WithName("ConfirmConnecting")
            .WithSummary("Answer the question whether an account is to be connected")
            .WithDescription(
                "The form of the page that the callback shows. Needs no key: the form's `proof` and the browser's cookie "
                    + "are the proof. `decision` is `connect`; anything else gives the access back to TikTok."
            )
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<RedirectHttpResult> BeginInBrowserAsync(
        ClaimsPrincipal caller,
        HttpContext context,
        ConnectStart start,
        BrowserMark marks,
        CancellationToken cancellationToken,
        [FromQuery(Name = "return_to")] string? returnTo = null
    )
    {
        if (!CallerIdentity.IsSession(caller))
        {
            throw new ClipyardException(FailureCatalogue.Forbidden, "This route is for signed-in browsers.")
            {
                Remedies = ["Programs ask GET /auth/oauth-url/tiktok and open its url in a browser."],
            };
        }

        var mark = BrowserMark.Of(context);
        var started = await start.BeginAsync(CallerIdentity.ActorOf(caller), returnTo, mark, cancellationToken);
        marks.Put(context, mark);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(started.Address.AbsoluteUri);
    }

    private static async Task<Ok<OAuthUrlAnswer>> BeginByKeyAsync(
        ClaimsPrincipal caller,
        ConnectStart start,
        CancellationToken cancellationToken,
        [FromQuery(Name = "return_to")] string? returnTo = null
    )
    {
        var started = await start.BeginAsync(
            CallerIdentity.ActorOf(caller),
            returnTo,
            browser: null,
            cancellationToken
        );
        return TypedResults.Ok(new OAuthUrlAnswer(started.Address.AbsoluteUri, started.State, started.ExpiresAt));
    }

    private static async Task<Results<ContentHttpResult, RedirectHttpResult>> FinishAsync(
        HttpContext context,
        ConnectFinish finish,
        ConnectAnswers answers,
        CancellationToken cancellationToken
    )
    {
        var browser = BrowserMark.Of(context);
        try
        {
            var outcome = await finish.FinishAsync(
                context.Request.QueryString.Value ?? "",
                browser,
                BrowserMark.Read(context),
                cancellationToken
            );
            return answers.Of(context, outcome, browser);
        }
        catch (ClipyardException error) when (ConnectAnswers.WantsPage(context))
        {
            return ConnectAnswers.Failed(context, error);
        }
    }

    private static async Task<Results<ContentHttpResult, RedirectHttpResult>> AnswerAsync(
        HttpContext context,
        [FromForm] ConnectForm form,
        ConnectFinish finish,
        ConnectAnswers answers,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var outcome = await finish.AnswerAsync(
                Guid.TryParse(form.Attempt, out var id) ? id : Guid.Empty,
                form.Proof,
                BrowserMark.Read(context),
                isMeant: form.Decision == "connect",
                cancellationToken
            );
            return answers.Of(context, outcome, browser: null);
        }
        catch (ClipyardException error) when (ConnectAnswers.WantsPage(context))
        {
            return ConnectAnswers.Failed(context, error);
        }
    }
}
