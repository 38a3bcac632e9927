using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Clipyard.Server.Automation.Mcp.Answers;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Automation.Mcp.Calls;

/// <summary>Arguments and answers as JSON: as the HTTP interface writes them, and with schemas that say so.</summary>
internal sealed class ToolJson
{
    private static readonly AIJsonSchemaCreateOptions SchemaOptions = new() { IncludeSchemaKeyword = false };

    private readonly JsonSerializerOptions _answers;
    private readonly JsonSerializerOptions _arguments;

    public ToolJson(IOptions<JsonOptions> http)
    {
        _answers = new JsonSerializerOptions(http.Value.SerializerOptions)
        {
            NumberHandling = JsonNumberHandling.Strict,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        _answers.TypeInfoResolver ??= new DefaultJsonTypeInfoResolver();
        _answers.MakeReadOnly();

        // A misspelt argument is refused: "schedule" for "schedule_time" would post at once.
        _arguments = new JsonSerializerOptions(_answers)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };
        _arguments.MakeReadOnly();
    }

    /// <summary>What a tool takes. An argument that may be left out says its type alone: null is not needed to say nothing.</summary>
    public JsonElement ArgumentsSchema(Type type)
    {
        var schema = NodeFor(type, _arguments);
        if (schema["properties"] is not JsonObject properties)
        {
            schema["properties"] = properties = []; // some clients take its absence for a fault
        }

        foreach (var (_, argument) in properties)
        {
            if (argument is JsonObject of && of["type"] is JsonArray types && types[0] is { } first)
            {
                of["type"] = first.DeepClone();
            }
        }

        return JsonSerializer.SerializeToElement(schema, _answers);
    }

    /// <summary>What a tool answers: its answer, or a failure.</summary>
    public JsonElement AnswerSchema(Type type)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["anyOf"] = new JsonArray(NodeFor(type, _answers), NodeFor(typeof(ToolFailure), _answers)),
        };
        return JsonSerializer.SerializeToElement(schema, _answers);
    }

    /// <exception cref="JsonException">They do not fit the schema.</exception>
    public T ReadArguments<T>(IDictionary<string, JsonElement> given)
        where T : class
    {
        var arguments = new JsonObject();
        foreach (var (name, value) in given)
        {
            arguments[name] = JsonNode.Parse(value.GetRawText());
        }

        return arguments.Deserialize<T>(_arguments) ?? throw new JsonException("There are no arguments.");
    }

    public JsonElement Write<T>(T value) => JsonSerializer.SerializeToElement(value, _answers);

    public string Text(JsonElement value) => JsonSerializer.Serialize(value, _answers);

    private static JsonObject NodeFor(Type type, JsonSerializerOptions options) =>
        JsonNode
            .Parse(
                AIJsonUtilities
                    .CreateJsonSchema(type, serializerOptions: options, inferenceOptions: SchemaOptions)
                    .GetRawText()
            )
            ?.AsObject()
        ?? throw new InvalidOperationException($"{type} has no schema.");
}
