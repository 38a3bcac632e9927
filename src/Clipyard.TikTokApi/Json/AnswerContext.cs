using System.Text.Json.Serialization;
using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.Display;
using Clipyard.TikTokApi.OAuth;
using Clipyard.TikTokApi.Posting;
using Clipyard.TikTokApi.Webhooks;

namespace Clipyard.TikTokApi.Json;

/// <summary>Everything that is read from TikTok's answers. Unknown members are skipped, odd ones become null.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(LooseText), typeof(LooseTexts), typeof(LooseNumber), typeof(LooseFlag)]
)]
[JsonSerializable(typeof(CreatorPayload))]
[JsonSerializable(typeof(ErrorPayload))]
[JsonSerializable(typeof(InitPayload))]
[JsonSerializable(typeof(StatusPayload))]
[JsonSerializable(typeof(TokenPayload))]
[JsonSerializable(typeof(UserDataPayload))]
[JsonSerializable(typeof(UserPayload))]
[JsonSerializable(typeof(VideoListPayload))]
[JsonSerializable(typeof(VideoPayload))]
[JsonSerializable(typeof(WebhookContentPayload))]
[JsonSerializable(typeof(WebhookPayload))]
internal sealed partial class AnswerContext : JsonSerializerContext;
