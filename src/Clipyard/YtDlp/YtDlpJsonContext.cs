using System.Text.Json.Serialization;

namespace Clipyard.YtDlp;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString
)]
[JsonSerializable(typeof(YtDlpPayload))]
internal sealed partial class YtDlpJsonContext : JsonSerializerContext;
