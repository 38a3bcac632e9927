using System.Text.Json.Serialization;

namespace Clipyard.Server.Archive.Provenance;

/// <summary>How records are written, once and for all.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = false)]
[JsonSerializable(typeof(RecordBody))]
internal sealed partial class RecordJson : JsonSerializerContext;
