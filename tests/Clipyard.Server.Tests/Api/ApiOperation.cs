using System.Text.Json;

namespace Clipyard.Server.Tests.Api;

/// <summary>One operation of the OpenAPI document.</summary>
internal sealed record ApiOperation(JsonElement Document, string Path, HttpMethod Method, JsonElement Json)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head"];

    public string Id => Json.TryGetProperty("operationId", out var id) ? id.GetString() ?? "" : "";

    public IEnumerable<JsonElement> Parameters =>
        Json.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];

    public JsonElement? RequestBody => Json.TryGetProperty("requestBody", out var body) ? body : null;

    public static IEnumerable<ApiOperation> AllOf(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        where Methods.Contains(method.Name)
        select new ApiOperation(document, path.Name, HttpMethod.Parse(method.Name), method.Value);

    public override string ToString() => $"{Method} {Path}";
}
