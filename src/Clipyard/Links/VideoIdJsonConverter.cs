using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clipyard.Links;

/// <summary>Writes a <see cref="VideoId"/> as a JSON string; reads a string.</summary>
public sealed class VideoIdJsonConverter : JsonConverter<VideoId>
{
    /// <inheritdoc />
    public override VideoId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        VideoId.TryParse(reader.GetString(), out var id)
            ? id
            : throw new JsonException("A TikTok post id is a string of one to twenty decimal digits.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, VideoId value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Value);
    }
}
