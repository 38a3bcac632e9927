using System.Text.Json.Serialization;
using Clipyard.Cli.Serving;

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
[JsonSerializable(typeof(DemoSignIn))]
internal sealed partial class CliJsonContext : JsonSerializerContext;
