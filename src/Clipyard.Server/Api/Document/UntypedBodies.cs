using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Clipyard.Server.Api.Document;

/// <summary>Shows answers that are no JSON: files and streams of events, of which the framework knows only the media type.</summary>
internal sealed class UntypedBodies : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var declared = context
            .Description.ActionDescriptor.EndpointMetadata.OfType<IProducesResponseTypeMetadata>()
            .Where(answer => answer.StatusCode < 300 && (answer.Type is null || answer.Type == typeof(void)));
        foreach (var answer in declared)
        {
            if (Find(operation, answer.StatusCode) is { } response && response.Content is not { Count: > 0 })
            {
                response.Content = answer.ContentTypes.ToDictionary(
                    type => type,
                    _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                    StringComparer.Ordinal
                );
            }
        }

        return Task.CompletedTask;
    }

    private static OpenApiResponse? Find(OpenApiOperation operation, int status) =>
        operation.Responses?.GetValueOrDefault(status.ToString(CultureInfo.InvariantCulture)) as OpenApiResponse;
}
