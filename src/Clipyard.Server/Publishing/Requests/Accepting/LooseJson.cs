using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Clipyard.Server.Api;

namespace Clipyard.Server.Publishing.Requests.Accepting;

/// <summary>Reads members the only way that they can be meant, when they are not of the type that they should be.</summary>
/// <remarks>
/// Form-like editors make texts of everything: <c>"true"</c>, <c>""</c> for a field left empty, <c>"tiktok"</c> for a
/// list of one; expressions make numbers of texts. What could mean two things stays as it is, and is refused.
/// </remarks>
internal static class LooseJson
{
    /// <summary>The members as they should have been; null when nothing can be made better.</summary>
    public static JsonObject? Tighten(JsonElement body, JsonTypeInfo type)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var members = JsonObject.Create(body) ?? [];
        foreach (var (name, value) in members.ToList())
        {
            var property = type.Properties.FirstOrDefault(known =>
                known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            );
            if (property is null)
            {
                continue;
            }

            if (IsUnset(value) && property.PropertyType != typeof(string))
            {
                members.Remove(name);
            }
            else if (Better(value, property.PropertyType) is { } better)
            {
                members[name] = better;
            }
        }

        return members;
    }

    private static bool IsUnset(JsonNode? value) =>
        value is null || (value is JsonValue text && text.TryGetValue(out string? said) && said.Trim().Length == 0);

    private static JsonNode? Better(JsonNode? value, Type wanted)
    {
        if (value is not JsonValue given)
        {
            return null;
        }

        if (wanted == typeof(bool) || wanted == typeof(bool?))
        {
            return TruthWord.Read(given.ToString()) is { } flag ? JsonValue.Create(flag) : null;
        }

        var kind = given.GetValueKind();
        if (wanted == typeof(string))
        {
            return kind == JsonValueKind.Number ? JsonValue.Create(given.ToJsonString()) : null;
        }

        return wanted == typeof(IReadOnlyList<string>) && kind == JsonValueKind.String ? List(given.ToString()) : null;
    }

    private static JsonArray? List(string text) =>
        text.TrimStart().StartsWith('[')
            ? Written(text)
            : [.. text.Split(',', StringSplitOptions.TrimEntries).Select(name => (JsonNode)JsonValue.Create(name))];

    // Somebody wrote the list as JSON into a field for text.
    private static JsonArray? Written(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonArray;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
