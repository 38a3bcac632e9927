using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Clipyard.Server.Api.Document;

/// <summary>A value that fits a schema and looks like the real thing.</summary>
internal static class ExampleValue
{
    private const int Depth = 8;

    // What the members that are told most are called; others get a value of their type.
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["student_id"] = "123e4567-e89b-12d3-a456-426614174000",
        ["username"] = "cool_student",
        ["video_id"] = "7123456789012345678",
        ["video_url"] = "https://tiktok.com/@cool_student/video/7123456789012345678",
        ["local_path"] = "https://clips.example.com/media/tiktok/cool_student/7123456789012345678.mp4",
        ["url"] = "https://www.tiktok.com/@cool_student/video/7123456789012345678",
        ["urls"] = "https://www.tiktok.com/@cool_student/video/7123456789012345678",
        ["caption"] = "Caption #tag",
        ["sha256"] = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        ["content_type"] = "video/mp4",
        ["kind"] = "video",
        ["state"] = "completed",
        ["status"] = "ok",
        ["status_url"] = "https://clips.example.com/api/v1/jobs/0192f3a4-5b6c-7d8e-9f00-112233445566",
        ["next_cursor"] = "eyJhdCI6MX0",
        ["code"] = "video_removed",
        ["message"] = "The post was removed.",
        ["name"] = "n8n",
        ["scopes"] = "read",
        ["password"] = "a-long-and-quiet-sentence",
        ["quality"] = "compatible",
        ["type"] = "job.completed",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A value for JSON.</summary>
    public static JsonNode? Of(IOpenApiSchema schema, string name) => Of(schema, name, Depth);

    /// <summary>A body that is no JSON.</summary>
    public static JsonNode OfText(string mediaType) =>
        mediaType switch
        {
            "text/event-stream" => "id: 42\nevent: job.completed\ndata: {\"state\":\"completed\"}\n\n",
            "text/plain" => "clipyard_http_requests_total{method=\"GET\",route=\"/health\",status=\"200\"} 1\n",
            _ => "(bytes)",
        };

    private static JsonNode? Of(IOpenApiSchema schema, string name, int depth)
    {
        if (schema.Examples is [{ } given, ..])
        {
            return given.DeepClone();
        }

        if (schema.Enum is { Count: > 0 } choices)
        {
            return choices[0].DeepClone();
        }

        var choice = (schema.OneOf ?? schema.AnyOf ?? schema.AllOf)?.FirstOrDefault(one =>
            one.Type != JsonSchemaType.Null
        );
        if (choice is not null)
        {
            return Of(choice, name, depth);
        }

        var type = schema.Type ?? JsonSchemaType.Object;
        if (type.HasFlag(JsonSchemaType.Object))
        {
            return depth == 0 ? new JsonObject() : ObjectOf(schema, depth - 1);
        }

        if (type.HasFlag(JsonSchemaType.Array))
        {
            return schema.Items is { } item && depth > 0 ? new JsonArray(Of(item, name, depth - 1)) : [];
        }

        return Plain(schema, type, name);
    }

    private static JsonObject ObjectOf(IOpenApiSchema schema, int depth)
    {
        var made = new JsonObject();
        foreach (
            var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        )
        {
            made[name] = Of(member, name, depth);
        }

        return made;
    }

    private static JsonNode? Plain(IOpenApiSchema schema, JsonSchemaType type, string name)
    {
        if (
            type.HasFlag(JsonSchemaType.String)
            && !type.HasFlag(JsonSchemaType.Integer)
            && !type.HasFlag(JsonSchemaType.Number)
        )
        {
            return Text(schema.Format, name);
        }

        if (type.HasFlag(JsonSchemaType.Integer))
        {
            return int.TryParse(schema.Minimum, CultureInfo.InvariantCulture, out var least) && least > 1 ? least : 1;
        }

        if (type.HasFlag(JsonSchemaType.Number))
        {
            return 1.5;
        }

        return type.HasFlag(JsonSchemaType.Boolean) ? JsonValue.Create(name == "success") : null;
    }

    private static string Text(string? format, string name) =>
        format switch
        {
            "uuid" => "0192f3a4-5b6c-7d8e-9f00-112233445566",
            "date-time" => "2026-11-21T12:00:00Z",
            "uri" => "https://www.tiktok.com/@cool_student",
            _ => Known.GetValueOrDefault(name, name.Length > 0 ? name.Replace('_', ' ') : "text"),
        };
}
