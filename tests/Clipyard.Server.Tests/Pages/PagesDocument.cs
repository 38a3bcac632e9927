using System.Text.Json;
using System.Text.Json.Nodes;

namespace Clipyard.Server.Tests.Pages;

/// <summary>
/// The interface's document as the pages need it, web/openapi.json: without examples and failures, which are the same
/// everywhere, and without the address of the server that was asked.
/// </summary>
internal static class PagesDocument
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(string document)
    {
        var root = JsonNode.Parse(document)!.AsObject();
        root.Remove("servers");
        root.Remove("security");
        root["components"]!.AsObject().Remove("securitySchemes");
        foreach (var operation in OperationsOf(root))
        {
            Slim(operation);
        }

        Clean(root);
        return root.ToJsonString(Indented) + "\n";
    }

    private static IEnumerable<JsonObject> OperationsOf(JsonObject root) =>
        from path in root["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value is JsonObject
        select operation.Value!.AsObject();

    private static void Slim(JsonObject operation)
    {
        operation.Remove("security");
        operation.Remove("description");
        var answers = operation["responses"]!.AsObject();
        foreach (var status in answers.Select(answer => answer.Key).Where(status => status[0] is '4' or '5').ToList())
        {
            answers.Remove(status);
        }

        foreach (var (_, answer) in answers)
        {
            answer!.AsObject().Remove("headers");
        }
    }

    private static void Clean(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                {
                    Clean(item);
                }

                break;
            case JsonObject members:
                Clean(members);
                break;
        }
    }

    private static void Clean(JsonObject members)
    {
        members.Remove("example");
        members.Remove("examples");
        // The server also reads numbers written as strings; it never writes them so, and the pages need not either.
        if (members["type"] is JsonArray types && types.Any(type => Is(type, "integer") || Is(type, "number")))
        {
            var others = types.Where(type => !Is(type, "string")).Select(type => type!.DeepClone()).ToArray();
            members["type"] = others.Length == 1 ? others[0] : new JsonArray(others);
            members.Remove("pattern");
        }

        foreach (var (_, member) in members)
        {
            Clean(member);
        }
    }

    private static bool Is(JsonNode? type, string name) => type?.GetValue<string>() == name;
}
