using Clipyard.Server.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Clipyard.Server.Api.Document;

/// <summary>Says of every operation who may call it: nobody in particular, or a key, with which scopes.</summary>
internal sealed class CallerSecurity : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = []; // written out: anonymous on purpose
            return Task.CompletedTask;
        }

        var scopes = metadata
            .OfType<IAuthorizeData>()
            .Select(data => data.Policy)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);
        string[] schemes =
        [
            DocumentFrame.Bearer,
            DocumentFrame.KeyHeader,
            DocumentFrame.Session,
            .. metadata.OfType<AllowKeyInQueryAttribute>().Select(_ => DocumentFrame.KeyInAddress),
        ];
        operation.Security =
        [
            .. schemes.Select(scheme => new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [.. scopes],
            }),
        ];
        return Task.CompletedTask;
    }
}
