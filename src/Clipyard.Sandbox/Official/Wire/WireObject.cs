using System.Text.Json;

namespace Clipyard.Sandbox.Official.Wire;

/// <summary>A JSON object of a request, read strictly: a number as text or a text as number is refused.</summary>
/// <param name="element">The object.</param>
/// <param name="refusal">TikTok's sentence when something is wrong in it.</param>
internal sealed class WireObject(JsonElement element, string refusal)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>Reads a body.</summary>
    /// <exception cref="ApiRefusalException">It is no JSON object.</exception>
    public static WireObject Parse(byte[] body, string refusal = "The request is malformed")
    {
        if (body.Length == 0)
        {
            return new WireObject(JsonElement.Parse("{}"), refusal);
        }

        try
        {
            CheckTexts(body);
            return JsonElement.Parse(body) is { ValueKind: JsonValueKind.Object } element
                ? new WireObject(element, refusal)
                : throw ApiRefusalException.InvalidParams(refusal, "The body must be a JSON object.");
        }
        catch (JsonException)
        {
            throw ApiRefusalException.InvalidParams(refusal, "The body must be JSON.");
        }
        catch (InvalidOperationException)
        {
            throw ApiRefusalException.InvalidParams(refusal, "A text in the body holds half a character.");
        }
    }

    /// <summary>Half a surrogate pair is JSON, but no text: the parser says so only when it is read.</summary>
    private static void CheckTexts(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                reader.GetString();
            }
        }
    }

    /// <summary>The members nobody has asked for.</summary>
    public IEnumerable<string> Unknown =>
        element.EnumerateObject().Select(member => member.Name).Where(name => !_asked.Contains(name));

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name) =>
        Find(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } value => value.GetString(),
            _ => throw Wrong(name, "a string"),
        };

    public long? Whole(string name) =>
        Find(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) => number,
            _ => throw Wrong(name, "a whole number"),
        };

    public bool Flag(string name) =>
        Find(name) switch
        {
            null => false,
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            _ => throw Wrong(name, "true or false"),
        };

    public IReadOnlyList<string>? Texts(string name) =>
        Find(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Array } list
                when list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            [
                .. list.EnumerateArray().Select(item => item.GetString() ?? ""),
            ],
            _ => throw Wrong(name, "a list of strings"),
        };

    /// <summary>An object inside; null when it is not there.</summary>
    public WireObject? Child(string name, string childRefusal) =>
        Find(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Object } value => new WireObject(value, childRefusal),
            _ => throw ApiRefusalException.InvalidParams(childRefusal, $"'{name}' must be an object."),
        };

    private JsonElement? Find(string name)
    {
        _asked.Add(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private ApiRefusalException Wrong(string name, string kind) =>
        ApiRefusalException.InvalidParams(refusal, $"'{name}' must be {kind}.");
}
