namespace Clipyard.TikTokApi.Posting;

internal sealed record PublishIdRequest(string PublishId);
