using Clipyard.Server.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Observability;

/// <summary>What supervisors and load balancers ask.</summary>
internal static partial class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Running it").AllowAnonymous();
        group
            .MapGet("/health", Health)
            .WithName("GetHealth")
            .WithSummary("Whether the process answers")
            .WithDescription("Nothing else is looked at; restart the process when this fails.");
        group
            .MapGet("/ready", ReadyAsync)
            .WithName("GetReadiness")
            .WithSummary("Whether the server can do its work")
            .WithDescription("Tries the database, the store and the scheduler; 503 names the one that fails.")
            .Produces<ReadinessAnswer>(StatusCodes.Status200OK)
            .Produces<ReadinessAnswer>(StatusCodes.Status503ServiceUnavailable);
    }

    private static Ok<HealthAnswer> Health() => TypedResults.Ok(new HealthAnswer("ok"));

    private static async Task<JsonHttpResult<ReadinessAnswer>> ReadyAsync(
        IEnumerable<IReadinessCheck> checks,
        ILoggerFactory logging,
        CancellationToken cancellationToken
    )
    {
        var logger = logging.CreateLogger("Clipyard.Server.Observability.Readiness");
        var results = new List<ReadinessResult>();
        foreach (var check in checks)
        {
            results.Add(await TryAsync(check, logger, cancellationToken));
        }

        var ready = results.TrueForAll(result => result.Ok);
        return TypedResults.Json(
            new ReadinessAnswer(ready ? "ready" : "not_ready", results),
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    private static async Task<ReadinessResult> TryAsync(
        IReadinessCheck check,
        ILogger logger,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var fault = await check.CheckAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
            return new ReadinessResult(check.Name, Ok: fault is null, fault);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotReady(logger, check.Name, error);
            return new ReadinessResult(check.Name, Ok: false, "It does not answer; the log says more.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not ready: {Check}")]
    private static partial void LogNotReady(ILogger logger, string check, Exception error);
}
