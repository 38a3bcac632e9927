using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Clipyard.Sandbox.Hosting;

namespace Clipyard.Sandbox.Control;

/// <summary>The JSON of the control interface: snake case, enums by name, unknown members refused.</summary>
internal static class ControlJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static SandboxResponse Answer<T>(T value, int status = 200) =>
        SandboxResponse.Json(JsonSerializer.SerializeToUtf8Bytes(value, Options), status);

    public static SandboxResponse Error(int status, string message) =>
        Answer(new JsonObject { ["error"] = message }, status);

    /// <exception cref="JsonException">Not JSON, or not of this shape.</exception>
    public static T Read<T>(JsonNode node) =>
        node.Deserialize<T>(Options) ?? throw new JsonException("The body is 'null'.");

    public static JsonObject Write<T>(T value) => JsonSerializer.SerializeToNode(value, Options)!.AsObject();

    /// <summary>The body as an object; an empty body is an empty object.</summary>
    /// <exception cref="JsonException">Not a JSON object.</exception>
    public static async Task<JsonObject> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        if (buffer.Length == 0)
        {
            return [];
        }

        return JsonNode.Parse(buffer.ToArray()) as JsonObject ?? throw new JsonException("The body must be an object.");
    }
}
