using System.Net;
using System.Text.Json;

namespace Clipyard.Server.Tests.Identity;

/// <summary>One operation of the OpenAPI document.</summary>
internal sealed record Operation(
    HttpMethod Method,
    string Path,
    IReadOnlyList<string> PathParameters,
    bool HasBody,
    bool IsOpen
)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options"];

    public static async Task<IReadOnlyList<Operation>> ReadAllAsync(ServerHost host)
    {
        var document = await host.GetAsync("/openapi/v1.json");
        document.Status.ShouldBe(HttpStatusCode.OK);
        return
        [
            .. document["paths"]
                .EnumerateObject()
                .SelectMany(path =>
                    path.Value.EnumerateObject()
                        .Where(member => Methods.Contains(member.Name))
                        .Select(member => Read(path.Name, member.Name, path.Value, member.Value))
                ),
        ];
    }

    public override string ToString() => $"{Method} {Path}";

    private static Operation Read(string path, string method, JsonElement item, JsonElement operation) =>
        new(
            new HttpMethod(method.ToUpperInvariant()),
            path,
            [
                .. Parameters(item)
                    .Concat(Parameters(operation))
                    .Where(parameter => parameter.GetProperty("in").GetString() == "path")
                    .Select(parameter => parameter.GetProperty("name").GetString() ?? ""),
            ],
            operation.TryGetProperty("requestBody", out _),
            operation.TryGetProperty("security", out var security) && security.GetArrayLength() == 0
        );

    private static IEnumerable<JsonElement> Parameters(JsonElement of) =>
        of.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(parameter => parameter.TryGetProperty("in", out _))
            : [];
}
