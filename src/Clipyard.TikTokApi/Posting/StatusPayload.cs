using System.Text.Json.Serialization;

namespace Clipyard.TikTokApi.Posting;

internal sealed class StatusPayload
{
    public string? Status { get; init; }

    public string? FailReason { get; init; }

    /// <summary>The spelling is TikTok's.</summary>
    [JsonPropertyName("publicaly_available_post_id")]
    public List<string>? PostIds { get; init; }

    [JsonPropertyName("publicly_available_post_id")]
    public List<string>? CorrectlySpelledPostIds { get; init; }

    public long? UploadedBytes { get; init; }

    public long? DownloadedBytes { get; init; }

    public PublishStatus ToStatus(PublishId id, string name) =>
        new()
        {
            PublishId = id,
            Name = name,
            FailReason = FailReason is { Length: > 0 } ? FailReason : null,
            PostIds =
            [
                .. new[] { PostIds, CorrectlySpelledPostIds }
                    .OfType<List<string>>()
                    .SelectMany(ids => ids)
                    .Where(IsId)
                    .Distinct(StringComparer.Ordinal),
            ],
            UploadedBytes = UploadedBytes,
            DownloadedBytes = DownloadedBytes,
        };

    private static bool IsId(string text) => text.Length > 0 && text != "0" && text.All(char.IsAsciiDigit);
}
