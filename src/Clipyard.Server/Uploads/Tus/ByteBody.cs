using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;

namespace Clipyard.Server.Uploads.Tus;

/// <summary>Shows in the document that a route takes bytes: its handler reads them itself.</summary>
internal static class ByteBody
{
    public static RouteHandlerBuilder TakesBytes(this RouteHandlerBuilder route, bool isRequired) =>
        route.AddOpenApiOperationTransformer(
            (operation, _, _) =>
            {
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = isRequired,
                    Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                    {
                        [TusProtocol.ContentType] = new()
                        {
                            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                        },
                    },
                };
                return Task.CompletedTask;
            }
        );
}
