using System.Text.Json;

namespace Clipyard.Server.Tests.Automation.Mcp;

/// <summary>Whether a value fits a JSON schema, in the words that our schemas use; any other word is a fault itself.</summary>
internal static class SchemaCheck
{
    private static readonly string[] Known =
    [
        "type",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "enum",
        "anyOf",
        "description",
        "format",
        "minimum",
        "maximum",
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
    ];

    /// <summary>What does not fit, each with its place; empty when all does.</summary>
    public static IEnumerable<string> Faults(JsonElement schema, JsonElement value, string place = "$")
    {
        if (schema.ValueKind == JsonValueKind.True)
        {
            return [];
        }

        var unknown = schema.EnumerateObject().Select(word => word.Name).Except(Known, StringComparer.Ordinal);
        return
        [
            .. unknown.Select(word => $"{place}: the schema says {word}"),
            .. TypeFaults(schema, value, place),
            .. ChoiceFaults(schema, value, place),
            .. MemberFaults(schema, value, place),
            .. ItemFaults(schema, value, place),
        ];
    }

    private static IEnumerable<string> TypeFaults(JsonElement schema, JsonElement value, string place)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            yield break;
        }

        var types = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray()] : new[] { type };
        if (!types.Any(one => Is(value, one.GetString())))
        {
            yield return $"{place}: {value.ValueKind} is not {type}";
        }
    }

    private static IEnumerable<string> ChoiceFaults(JsonElement schema, JsonElement value, string place)
    {
        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(Same))
        {
            yield return $"{place}: {value} is none of {words}";
        }

        if (schema.TryGetProperty("anyOf", out var choices))
        {
            var all = choices.EnumerateArray().Select(choice => Faults(choice, value, place).ToList()).ToList();
            if (all.TrueForAll(faults => faults.Count > 0))
            {
                yield return string.Join("; or ", all.Select(faults => string.Join(", ", faults)));
            }
        }

        bool Same(JsonElement word) => JsonElement.DeepEquals(word, value);
    }

    private static IEnumerable<string> MemberFaults(JsonElement schema, JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var name in List(schema, "required").Select(name => name.GetString() ?? ""))
        {
            if (!value.TryGetProperty(name, out _))
            {
                yield return $"{place}: {name} is missing";
            }
        }

        if (!schema.TryGetProperty("properties", out var properties))
        {
            yield break;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (!properties.TryGetProperty(member.Name, out var of))
            {
                yield return $"{place}: the schema does not know {member.Name}";
                continue;
            }

            foreach (var fault in Faults(of, member.Value, $"{place}.{member.Name}"))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> ItemFaults(JsonElement schema, JsonElement value, string place) =>
        value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items)
            ? value.EnumerateArray().SelectMany((item, index) => Faults(items, item, $"{place}[{index}]"))
            : [];

    private static IEnumerable<JsonElement> List(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private static bool Is(JsonElement value, string? type) =>
        (type, value.ValueKind) switch
        {
            ("object", JsonValueKind.Object) => true,
            ("array", JsonValueKind.Array) => true,
            ("string", JsonValueKind.String) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("null", JsonValueKind.Null) => true,
            ("number", JsonValueKind.Number) => true,
            ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
            _ => false,
        };
}
