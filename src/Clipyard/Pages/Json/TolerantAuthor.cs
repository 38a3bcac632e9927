using System.Text.Json;
using System.Text.Json.Serialization;
using Clipyard.Pages.Payloads;

namespace Clipyard.Pages.Json;

/// <summary>A post's author: an object, or in pages of 2021 to 2023 only the username.</summary>
internal sealed class TolerantAuthor : JsonConverter<AuthorPayload>
{
    public override AuthorPayload? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String
            ? new AuthorPayload { UniqueId = LenientText.Read(ref reader) }
            : TolerantObject<AuthorPayload>.ReadObject(ref reader, options);

    public override void Write(Utf8JsonWriter writer, AuthorPayload value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Payloads are only read.");
}
