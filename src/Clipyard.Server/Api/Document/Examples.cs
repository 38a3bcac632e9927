using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Clipyard.Server.Api.Document;

/// <summary>Gives every request's and every answer's body an example, made from its schema.</summary>
internal sealed class Examples : IOpenApiDocumentTransformer
{
    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var bodies = document
            .Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>())
            .SelectMany(Bodies);
        foreach (var (type, body) in bodies)
        {
            // What is no JSON is bytes or lines of its own; nobody declares a type for it.
            body.Schema ??= new OpenApiSchema { Type = JsonSchemaType.String };
            if (body.Example is null && body.Examples is not { Count: > 0 })
            {
                body.Example = type.EndsWith("json", StringComparison.Ordinal)
                    ? ExampleValue.Of(body.Schema, name: "")
                    : ExampleValue.OfText(type);
            }
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<KeyValuePair<string, OpenApiMediaType>> Bodies(OpenApiOperation operation) =>
        (operation.Responses?.Values ?? Enumerable.Empty<IOpenApiResponse>())
            .Select(response => response.Content)
            .Append(operation.RequestBody?.Content)
            .SelectMany(content => content ?? Enumerable.Empty<KeyValuePair<string, OpenApiMediaType>>());
}
