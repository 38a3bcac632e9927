using System.Net;
using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Observability;

/// <summary>The figures, for Prometheus.</summary>
internal static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/metrics", GetAsync)
            .AllowAnonymous() // who may is decided below: nearness counts as much as a key
            .WithTags("Running it")
            .WithName("GetMetrics")
            .WithSummary("Figures of the server, as Prometheus text")
            .WithDescription(
                "Requests by route, method and status, their durations, jobs by kind and state, the queue's age, bytes in "
                    + "and out, unfinished files and the age of the oldest, the store's size, failures by code. Open to "
                    + "callers on the same machine; others need a key with the scope `read` or `admin`."
            )
            .Produces<string>(StatusCodes.Status200OK, "text/plain")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);

    private static async Task<ContentHttpResult> GetAsync(
        HttpContext context,
        MetricsCollector collector,
        ServerFigures figures,
        CancellationToken cancellationToken
    )
    {
        Admit(context);
        await figures.RefreshAsync(cancellationToken);
        return TypedResults.Text(collector.Write(), MetricsCollector.ContentType);
    }

    private static void Admit(HttpContext context)
    {
        if (IsNear(context))
        {
            return;
        }

        if (context.User.Identity?.IsAuthenticated != true)
        {
            throw new ClipyardException(FailureCatalogue.Unauthenticated, "From another machine this needs a key.");
        }

        var scopes = CallerIdentity.ScopesOf(context.User);
        if (!scopes.Any(scope => scope is Scopes.Read or Scopes.Admin))
        {
            throw new ClipyardException(FailureCatalogue.Forbidden, "This needs the scope read or admin.");
        }
    }

    // Behind a proxy that nobody named, every caller seems to be on this machine: then the proxy's header gives it away.
    private static bool IsNear(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("Forwarded");
}
