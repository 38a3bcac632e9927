using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clipyard.TikTokApi.Json;

/// <summary>A list of objects, a bare one being a list of one; anything else is left out.</summary>
/// <remarks>Belongs on properties.</remarks>
/// <typeparam name="T">A payload that <see cref="AnswerContext"/> knows.</typeparam>
internal sealed class LooseList<T> : JsonConverter<List<T>>
    where T : class
{
    public override List<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var list = new List<T>();
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            Add(ref reader, list, options);
            return list;
        }

        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            Add(ref reader, list, options);
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, List<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Payloads are only read.");

    private static void Add(ref Utf8JsonReader reader, List<T> list, JsonSerializerOptions options)
    {
        if (LooseObject<T>.ReadObject(ref reader, options) is { } item)
        {
            list.Add(item);
        }
    }
}
