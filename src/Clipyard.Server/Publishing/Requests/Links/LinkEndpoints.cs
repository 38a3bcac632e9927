using System.ComponentModel;
using System.Security.Claims;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Api.Problems;
using Clipyard.Server.Data;
using Clipyard.Server.Identity;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Requests.Answers;
using Clipyard.Server.Publishing.Requests.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Publishing.Requests.Links;

/// <summary>Links with which somebody without an account here says yes or no to a post.</summary>
internal static class LinkEndpoints
{
    private const string Page = PathSecret.ApprovalLinks + "{token}";
    private const string TokenMeaning = "What makes the address one that only those know whom it was sent to.";

    // Not even our own scripts; styles stand in the page.
    private const string PagePolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; media-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    public static IServiceCollection AddApprovalLinks(this IServiceCollection services)
    {
        services.AddScoped<ApprovalLinks>();
        services.AddScoped<LinkDecision>();
        services.AddScoped<LinkFiles>();
        services.AddScoped<ISweep, OldLinkSweep>();
        return services;
    }

    public static void MapApprovalLinks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Publishing");
        group.ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group
            .MapPost("/api/posts/{post_id:guid}/approval-link", MakeAsync)
            .RequireAuthorization(Scopes.Approve)
            .WithName("MakeApprovalLink")
            .WithSummary("Make a link that approves or rejects a post, once")
            .WithDescription(
                "For a person without an account here: whoever has `url` sees what would be sent, and decides. It is shown "
                    + "once and kept nowhere, works once, for the version that waits now, and ends after "
                    + "expires_in_hours. Asking again makes a new link; the older ones of the post work no more. With an "
                    + "Idempotency-Key that came before: 409, for the address is known no more."
            )
            .WithExample(PostExamples.ApprovalLink);
        MapOpen(group.MapGroup("").AllowAnonymous());
    }

    private static void MapOpen(RouteGroupBuilder group)
    {
        group.ProducesProblem(StatusCodes.Status410Gone);
        group
            .MapGet(Page, ShowAsync)
            .WithName("ShowApprovalLink")
            .WithSummary("Look at the post of an approval link")
            .WithDescription(
                "A page with what would be sent, and two buttons. Looking changes nothing: programs that open links in "
                    + "mails may. Needs no key: the address is the proof. 410 when it was used, replaced or is too old."
            )
            .Produces<string>(StatusCodes.Status200OK, "text/html");
#pragma warning disable RDG003 // a form of several fields is bound at run time: compiled, the document would lose their names
        group
            .MapPost(Page, DecideAsync)
#pragma warning restore RDG003
            .DisableAntiforgery() // the address is the proof, and a form elsewhere does not know it
            .WithMetadata(new CarriesProofAttribute())
            .WithName("DecideByApprovalLink")
            .WithSummary("Approve or reject the post of an approval link")
            .WithDescription(
                "The form of the page. `decision` is `approve` or `reject`, `reason` goes into the post's log. The link is "
                    + "used up with it; when the post was changed since, nothing happens (409)."
            )
            .Produces<string>(StatusCodes.Status200OK, "text/html");
        group
            .MapGet(Page + "/files/{position:int}", SendFileAsync)
            .WithName("GetApprovalLinkFile")
            .WithSummary("A file of the post of an approval link")
            .WithDescription("What the page shows, as it would be sent. Ranges are answered.")
            .Produces(StatusCodes.Status200OK, contentType: "video/mp4")
            .Produces(StatusCodes.Status206PartialContent, contentType: "video/mp4")
            .Produces(StatusCodes.Status416RangeNotSatisfiable);
    }

    private static async Task<Created<ApprovalLinkAnswer>> MakeAsync(
        [FromRoute(Name = "post_id")] Guid postId,
        ApprovalLinkBody? body,
        ClaimsPrincipal caller,
        ApprovalLinks links,
        IIdempotency idempotency,
        CancellationToken cancellationToken
    )
    {
        var maker = CallerRights.Of(caller).Actor;
        var link = await links.MakeAsync(postId, body?.ExpiresInHours, maker, idempotency, cancellationToken);
        return TypedResults.Created((string?)null, link); // no Location: proxies log those
    }

    private static Task<ContentHttpResult> ShowAsync(
        [Description(TokenMeaning)] string token,
        HttpContext context,
        ApprovalLinks links,
        ClipyardDb db,
        PostAnswers answers,
        CancellationToken cancellationToken
    ) =>
        PageAsync(
            context,
            async () =>
            {
                var secret = PathSecret.Of(context, token);
                var link = await links.OpenAsync(secret, cancellationToken);
                var post = await db.Posts.AsNoTracking().SingleAsync(post => post.Id == link.PostId, cancellationToken);
                ApprovalLinks.ThrowIfOvertaken(link, post);
                return LinkPages.Question(await answers.ForAsync(post, cancellationToken), secret);
            }
        );

    private static Task<ContentHttpResult> DecideAsync(
        [Description(TokenMeaning)] string token,
        HttpContext context,
        [FromForm] DecisionForm form,
        LinkDecision decisions,
        CancellationToken cancellationToken
    ) =>
        PageAsync(
            context,
            async () =>
                LinkPages.Decided(await decisions.DecideAsync(PathSecret.Of(context, token), form, cancellationToken))
        );

    private static async Task SendFileAsync(
        [Description(TokenMeaning)] string token,
        [Description("Which of the post's files, from 0.")] int position,
        HttpContext context,
        LinkFiles files,
        CancellationToken cancellationToken
    )
    {
        Protect(context.Response, "sandbox");
        await files.SendAsync(context, PathSecret.Of(context, token), position, cancellationToken);
    }

    private static async Task<ContentHttpResult> PageAsync(HttpContext context, Func<Task<string>> page)
    {
        Protect(context.Response, PagePolicy);
        try
        {
            return TypedResults.Text(await page(), PlainPage.ContentType);
        }
        catch (ClipyardException error) when (WantsPage(context))
        {
            context.Features.Set(new AnsweredFailure(error.Code));
            var status = FailureStatuses.Of(error.Failure);
            return TypedResults.Text(LinkPages.Failed(error), PlainPage.ContentType, statusCode: status);
        }
    }

    private static bool WantsPage(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static void Protect(HttpResponse response, string policy)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = policy;
        response.Headers["Referrer-Policy"] = "no-referrer"; // the address is a secret
        response.Headers["X-Robots-Tag"] = "noindex";
    }
}
