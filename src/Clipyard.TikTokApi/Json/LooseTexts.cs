using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clipyard.TikTokApi.Json;

/// <summary>Texts or numbers: a list of them or a bare one. Numbers keep every digit; anything else is left out.</summary>
internal sealed class LooseTexts : JsonConverter<List<string>>
{
    public override List<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var list = new List<string>();
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            Add(ref reader, list);
            return list;
        }

        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            Add(ref reader, list);
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, List<string> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Payloads are only read.");

    private static void Add(ref Utf8JsonReader reader, List<string> list)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
        {
            list.Add(LenientText.Read(ref reader));
        }
        else
        {
            reader.Skip();
        }
    }
}
