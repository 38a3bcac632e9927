using System.Text.Json;
using System.Text.Json.Serialization;
using Clipyard.Pages.Payloads;

namespace Clipyard.Pages.Json;

/// <summary>An object whose names are data (ids, paths) and whose values are objects; others are left out.</summary>
/// <typeparam name="T">A payload that <see cref="PayloadContext"/> knows.</typeparam>
internal sealed class TolerantMap<T> : JsonConverter<Dictionary<string, T>>
    where T : class
{
    public override Dictionary<string, T>? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var name = LenientText.Read(ref reader);
            reader.Read();
            if (TolerantObject<T>.ReadObject(ref reader, options) is { } value)
            {
                map[name] = value;
            }
        }

        return map;
    }

    public override void Write(Utf8JsonWriter writer, Dictionary<string, T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Payloads are only read.");
}
