using System.Text.Json;
using System.Text.Json.Serialization;

namespace Clipyard.Server.Archive.Fetching;

/// <summary>How the archive's jobs write their requests and results.</summary>
internal static class JobDocuments
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static string Write<T>(T document) => JsonSerializer.Serialize(document, Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options)
        ?? throw new InvalidOperationException($"The job's document is no {typeof(T).Name}.");
}
