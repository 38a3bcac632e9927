using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Clipyard.Server.Api.Document;

/// <summary>The OpenAPI document of the whole interface, and the page that shows it.</summary>
internal static class DocumentFeature
{
    public static IServiceCollection AddDocument(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.AddDocumentTransformer<DocumentFrame>();
                options.AddOperationTransformer(NameHeadAsync);
                options.AddOperationTransformer<CallerSecurity>();
                options.AddOperationTransformer<UntypedBodies>();
                options.AddOperationTransformer<CommonParameters>();
                options.AddOperationTransformer<CommonProblems>();
                options.AddDocumentTransformer<Examples>();
            }
        );

    // One route with both methods has one name; each operation needs its own.
    private static Task NameHeadAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        if (HttpMethods.IsHead(context.Description.HttpMethod ?? ""))
        {
            operation.OperationId = "Head" + operation.OperationId;
        }

        return Task.CompletedTask;
    }

    public static void MapDocument(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        routes.MapDocsPage();
    }
}
