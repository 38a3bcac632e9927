using System.ComponentModel;
using System.Security.Claims;
using Clipyard.Server.Api;
using Clipyard.Server.Jobs;
using Clipyard.Server.Publishing.Requests.Accepting;
using Clipyard.Server.Publishing.Requests.Listing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Publishing.Requests.Bulk;

/// <summary>Many posts as one table.</summary>
internal static class BulkRequests
{
    public static IServiceCollection AddBulkRequests(this IServiceCollection services)
    {
        services.AddSingleton<ImportReceiver>();
        services.AddScoped<ImportCheck>();
        services.AddScoped<PostImports>();
        services.AddScoped<PostExport>();
        services.AddScoped<ISweep, PostImportSweep>();
        return services;
    }

    public static void MapBulkRequests(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/posts").WithTags("Publishing");
        group
            .MapPost("/import", ImportAsync)
            .RequireAuthorization(Scopes.Draft)
            .WithName("ImportPosts")
            .WithSummary("Ask for many posts with a CSV file")
            .WithDescription(
                "A row is a post; the columns have the names of the JSON body's members. Every row is checked before anything "
                    + "is made, and one error refuses the file: the problem document names row, column and reason of the "
                    + "first 1,000. dry_run=true only checks. At most 16 MiB and Publishing:MaxImportRows rows."
            )
            .Accepts<ImportParts>("multipart/form-data", "text/csv", "text/tab-separated-values", "text/plain")
            .ProducesProblem(StatusCodes.Status409Conflict);
        group
            .MapGet("/export", ExportAsync)
            .RequireAuthorization(Scopes.Read)
            .WithName("ExportPosts")
            .WithSummary("Download posts as CSV or JSON")
            .WithDescription(
                "Newest first, all that the filters leave. The CSV can be imported again: columns that only tell are not read "
                    + "then. Cells that a spreadsheet would run get an apostrophe in front, which an import takes away; "
                    + "raw=true leaves them as they are."
            )
            .Produces(StatusCodes.Status200OK, contentType: "text/csv", additionalContentTypes: "application/json");
    }

    private static async Task<Results<Ok<ImportAnswer>, Accepted<ImportAnswer>>> ImportAsync(
        HttpRequest request,
        ClaimsPrincipal caller,
        PostImports imports,
        IIdempotency idempotency,
        CancellationToken cancellationToken,
        [Description("true: check only."), FromQuery(Name = "dry_run")] string? dryRun = null,
        [Description("comma, semicolon or tab; as the header shows unless said."), FromQuery(Name = "delimiter")]
            string? delimiter = null
    )
    {
        var answer = await imports.AcceptAsync(
            request,
            Delimiters.Read(delimiter),
            QueryValue.Flag("dry_run", dryRun),
            CallerRights.Of(caller),
            idempotency,
            cancellationToken
        );
        return answer.DryRun ? TypedResults.Ok(answer) : TypedResults.Accepted((string?)null, answer);
    }

    private static Task ExportAsync(
        [Description("csv (unless said) or json.")] string? format,
        [Description("true: cells as they are, without a byte-order mark; for programs.")] string? raw,
        [AsParameters] PostFilter filter,
        HttpResponse response,
        PostExport export,
        CancellationToken cancellationToken
    ) =>
        export.WriteAsync(
            filter,
            WordReader.Choice("format", format, ExportFormat.Csv),
            QueryValue.Flag("raw", raw),
            response,
            cancellationToken
        );
}
