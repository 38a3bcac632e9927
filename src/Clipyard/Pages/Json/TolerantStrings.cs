using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clipyard.Pages.Json;

/// <summary>Addresses: a list of them, a bare one, or objects with a <c>src</c> or <c>url</c> (older pages); never null inside.</summary>
internal sealed class TolerantStrings : JsonConverter<List<string>>
{
    public override List<string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var list = new List<string>();
        Add(ref reader, list);
        return list.Count > 0 ? list : null;
    }

    public override void Write(Utf8JsonWriter writer, List<string> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Payloads are only read.");

    private static void Add(ref Utf8JsonReader reader, List<string> list)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                AddText(ref reader, list);
                break;
            case JsonTokenType.StartObject:
                AddMembers(ref reader, list);
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                {
                    Add(ref reader, list);
                }

                break;
        }
    }

    private static void AddMembers(ref Utf8JsonReader reader, List<string> list)
    {
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var isAddress = reader.ValueTextEquals("src"u8) || reader.ValueTextEquals("url"u8);
            reader.Read();
            if (isAddress && reader.TokenType is JsonTokenType.String)
            {
                AddText(ref reader, list);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void AddText(ref Utf8JsonReader reader, List<string> list)
    {
        if (!reader.ValueSpan.IsEmpty)
        {
            list.Add(LenientText.Read(ref reader));
        }
    }
}
