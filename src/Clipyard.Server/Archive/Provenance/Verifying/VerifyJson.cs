using System.Text.Json.Serialization;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Verifications as their jobs keep them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(VerifyRun))]
[JsonSerializable(typeof(VerifyReport))]
[JsonSerializable(typeof(VerifyRequest))]
internal sealed partial class VerifyJson : JsonSerializerContext;
