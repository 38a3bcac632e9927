namespace Clipyard.TikTokApi.Posting;

internal sealed class InitPayload
{
    public string? PublishId { get; init; }

    public string? UploadUrl { get; init; }
}
