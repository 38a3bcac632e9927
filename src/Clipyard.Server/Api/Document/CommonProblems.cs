using System.Globalization;
using System.Text.Json.Nodes;
using Clipyard.Failures;
using Clipyard.Server.Api.Idempotency;
using Clipyard.Server.Api.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Clipyard.Server.Api.Document;

/// <summary>Adds the refusals that any route can answer with, and gives all of them the form that they really have.</summary>
internal sealed class CommonProblems(IPublicAddress address) : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        operation.Responses ??= [];
        foreach (var status in Possible(operation, context.Description.ActionDescriptor.EndpointMetadata))
        {
            operation.Responses.TryAdd(Text(status), new OpenApiResponse { Description = "" });
        }

        foreach (var (status, response) in operation.Responses)
        {
            if (
                status is ['4' or '5', ..]
                && response is OpenApiResponse refused
                && refused.Content?.ContainsKey("application/json") != true
            )
            {
                Describe(refused, int.Parse(status, CultureInfo.InvariantCulture), context.Document);
            }
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<int> Possible(OpenApiOperation operation, IList<object> metadata)
    {
        var isOpen = metadata.OfType<IAllowAnonymous>().Any();
        yield return 400;
        yield return 429;
        if (!isOpen)
        {
            yield return 401;
        }

        if (!isOpen && metadata.OfType<IAuthorizeData>().Any(data => data.Policy is not null))
        {
            yield return 403;
        }

        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true)
        {
            yield return 404;
        }

        if (operation.RequestBody is not null)
        {
            yield return 413;
            yield return 415;
        }

        if (operation.Parameters?.Any(parameter => parameter.Name == IdempotencyMiddleware.HeaderName) == true)
        {
            yield return 409;
            yield return 422;
        }
    }

    private void Describe(OpenApiResponse response, int status, OpenApiDocument? document)
    {
        // The size and the type of a body are no failures of the catalogue; they come as invalid_parameter.
        var failures = FailureCatalogue.All.Where(failure => FailureStatuses.Of(failure) == status).ToList();
        if (failures.Count == 0 || status is 413 or 415)
        {
            failures.Insert(0, FailureCatalogue.InvalidParameter);
        }

        if (string.IsNullOrEmpty(response.Description) || failures.Count == 1)
        {
            response.Description = string.Join(' ', failures.Take(3).Select(failure => $"`{failure.Code}`"));
        }

        response.Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [Problem.ContentType] = new OpenApiMediaType
            {
                Schema = new OpenApiSchemaReference(nameof(Problem), document),
                Examples = failures
                    .Take(8)
                    .ToDictionary(
                        failure => failure.Code,
                        IOpenApiExample (failure) => new OpenApiExample { Value = Example(failure, status) },
                        StringComparer.Ordinal
                    ),
            },
        };
    }

    private JsonObject Example(Failure failure, int status)
    {
        var example = new JsonObject
        {
            ["type"] = address.Absolute($"problems/{failure.Code}"),
            ["title"] = failure.Message,
            ["status"] = status,
            ["detail"] = failure.Message,
            ["instance"] = "/tiktok/students",
            ["code"] = failure.Code,
            ["remedy"] = failure.Remedy,
            ["remedies"] = new JsonArray(failure.Remedy),
            ["success"] = false,
            ["request_id"] = "0af7651916cd43dd8448eb211c80319c",
        };
        if (status == 429)
        {
            example["retry_after"] = 6;
        }

        return example;
    }

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
