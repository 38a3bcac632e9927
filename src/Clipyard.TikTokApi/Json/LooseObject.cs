using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clipyard.TikTokApi.Json;

/// <summary>An object; null where something else stands.</summary>
/// <remarks>
/// Belongs on properties. It hands over to the generated converter directly: calling the serializer again would read
/// every nested object twice.
/// </remarks>
/// <typeparam name="T">A payload that <see cref="AnswerContext"/> knows.</typeparam>
internal sealed class LooseObject<T> : JsonConverter<T>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadObject(ref reader, options);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Payloads are only read.");

    internal static T? ReadObject(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.StartObject)
        {
            return ((JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter).Read(ref reader, typeof(T), options);
        }

        reader.Skip();
        return null;
    }
}
