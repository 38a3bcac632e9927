using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clipyard.TikTokApi.Json;

/// <summary>A whole number, also one written as text; null for anything else. Nothing passes through a double.</summary>
internal sealed class LooseNumber : JsonConverter<long?>
{
    public override bool HandleNull => true;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetInt64(out var whole):
                return whole;
            case JsonTokenType.Number when reader.TryGetDecimal(out var real) && Math.Abs(real) < long.MaxValue:
                return (long)real;
            case JsonTokenType.String when Utf8Parser.TryParse(reader.ValueSpan, out long parsed, out var taken):
                return taken == reader.ValueSpan.Length ? parsed : null;
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Payloads are only read.");
}
