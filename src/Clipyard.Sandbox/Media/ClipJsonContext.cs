using System.Text.Json.Serialization;

namespace Clipyard.Sandbox.Media;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ClipInfo[]))]
internal sealed partial class ClipJsonContext : JsonSerializerContext;
