using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clipyard.Client.Http;

/// <summary>Reads snake-case names; what a newer server invented becomes the enum's first member, <c>Unknown</c>.</summary>
internal sealed class WireEnumConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly (string Name, T Value)[] Known =
    [
        .. Enum.GetValues<T>().Select(value => (JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}"), value)),
    ];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return Array.Find(Known, known => known.Name == text).Value;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Array.Find(Known, known => known.Value.Equals(value)).Name);
}
