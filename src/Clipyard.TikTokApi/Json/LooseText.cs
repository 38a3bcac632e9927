using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clipyard.TikTokApi.Json;

/// <summary>Text, or a number as its digits; null for anything else.</summary>
internal sealed class LooseText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
        {
            return LenientText.Read(ref reader);
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Payloads are only read.");
}
