using Clipyard.Failures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Clipyard.Server.Api.Problems;

/// <summary>What the <c>type</c> of a problem leads to.</summary>
internal static class ProblemEndpoints
{
    public static IEndpointRouteBuilder MapProblems(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/problems").WithTags("Running it").AllowAnonymous();
        group
            .MapGet("/", List)
            .WithName("ListProblems")
            .WithSummary("All failures that this server can name")
            .WithDescription(
                "Code, status, sentence and remedy of each; the same codes stand in every problem document."
            );
        group
            .MapGet("/{code}", Get)
            .WithName("GetProblem")
            .WithSummary("One failure explained")
            .WithDescription("The `type` of a problem document leads here.");
        return routes;
    }

    private static Ok<ExplainedProblems> List() =>
        TypedResults.Ok(new ExplainedProblems([.. FailureCatalogue.All.Select(ExplainedProblem.Of)]));

    private static Ok<ExplainedProblem> Get(string code) =>
        FailureCatalogue.All.FirstOrDefault(failure => failure.Code == code) is { } found
            ? TypedResults.Ok(ExplainedProblem.Of(found))
            : throw new ClipyardException(FailureCatalogue.NotFound, $"There is no failure '{Shown.Short(code)}'.");
}
