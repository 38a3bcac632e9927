using System.Text.Json.Serialization;

namespace Clipyard.Cli.Offline;

/// <summary>What <c>-j</c> prints of a data folder.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ImportDocument))]
[JsonSerializable(typeof(PersonDocument))]
internal sealed partial class OfflineJsonContext : JsonSerializerContext;
