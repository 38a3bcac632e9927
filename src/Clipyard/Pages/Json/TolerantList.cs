using System.Text.Json;
using System.Text.Json.Serialization;
using Clipyard.Pages.Payloads;

namespace Clipyard.Pages.Json;

/// <summary>A list of objects, or a single object as a list of one; whatever else stands in it is left out.</summary>
/// <typeparam name="T">A payload that <see cref="PayloadContext"/> knows.</typeparam>
internal sealed class TolerantList<T> : JsonConverter<List<T>>
    where T : class
{
    public override List<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            return TolerantObject<T>.ReadObject(ref reader, options) is { } single ? [single] : null;
        }

        var list = new List<T>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (TolerantObject<T>.ReadObject(ref reader, options) is { } item)
            {
                list.Add(item);
            }
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, List<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Payloads are only read.");
}
