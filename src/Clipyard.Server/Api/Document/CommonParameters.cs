using System.Text.Json.Nodes;
using Clipyard.Server.Api.Idempotency;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Clipyard.Server.Api.Document;

/// <summary>Explains the parameters that many routes share, and adds the headers that their handlers honour.</summary>
internal sealed class CommonParameters : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            Explain(parameter);
        }

        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (context.Description.HttpMethod == "POST" && HandlerNeeds.Has<IIdempotency>(metadata))
        {
            (operation.Parameters ??= []).Add(
                Header(
                    IdempotencyMiddleware.HeaderName,
                    "1 to 200 visible ASCII characters, kept for seven days: the same request again is answered with what "
                        + "the first one made, and makes nothing. With another body: 422 `idempotency_mismatch`.",
                    "order-2026-11-21-0001"
                )
            );
        }

        if (HandlerNeeds.Has<IWaiting>(metadata))
        {
            (operation.Parameters ??= []).Add(
                Header(
                    "Prefer",
                    "`respond-async`: answer 202 at once; `wait=N`: answer 202 when it is not done after N seconds.",
                    "respond-async"
                )
            );
        }

        return Task.CompletedTask;
    }

    private static void Explain(OpenApiParameter parameter)
    {
        if (KnownParameters.Find(parameter.Name) is not { } known)
        {
            return;
        }

        if (string.IsNullOrEmpty(parameter.Description))
        {
            parameter.Description = known.Description;
        }

        parameter.Example ??= known.Example.DeepClone();
        if (known.Schema is { } schema)
        {
            parameter.Schema = schema();
        }
    }

    private static OpenApiParameter Header(string name, string description, string example) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = JsonValue.Create(example),
        };
}
