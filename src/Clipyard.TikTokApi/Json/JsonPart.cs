using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Clipyard.TikTokApi.Json;

/// <summary>Reads one object; what is broken is null instead of an exception.</summary>
internal static class JsonPart
{
    public static T? Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return reader.Read() ? LooseObject<T>.ReadObject(ref reader, type.Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A member's name that is no text: the serializer's way of saying so.
            return null;
        }
    }
}
