using System.Text.Json.Serialization;

namespace Clipyard.Cli.Documents;

/// <summary>Everything that the program writes as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Serialization | JsonSourceGenerationMode.Metadata
)]
[JsonSerializable(typeof(InfoDocument))]
[JsonSerializable(typeof(FailedDocument))]
[JsonSerializable(typeof(DownloadDocument))]
[JsonSerializable(typeof(CheckDocument))]
internal sealed partial class CliJsonContext : JsonSerializerContext;
