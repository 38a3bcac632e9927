using System.Text.Json.Serialization;
using Clipyard.TikTokApi.Display;
using Clipyard.TikTokApi.Posting;

namespace Clipyard.TikTokApi.Json;

/// <summary>Everything that is sent to TikTok as JSON. Members that are null are left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(PhotoInitRequest))]
[JsonSerializable(typeof(PublishIdRequest))]
[JsonSerializable(typeof(VideoInitRequest))]
[JsonSerializable(typeof(VideoListRequest))]
[JsonSerializable(typeof(VideoQueryRequest))]
internal sealed partial class RequestContext : JsonSerializerContext;
