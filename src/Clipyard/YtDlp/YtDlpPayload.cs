namespace Clipyard.YtDlp;

/// <summary>The part we use of what <c>yt-dlp -J</c> prints for a TikTok post.</summary>
internal sealed record YtDlpPayload
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public double? Timestamp { get; init; }

    public double? Duration { get; init; }

    public string? Uploader { get; init; }

    public string? UploaderId { get; init; }

    public string? Creator { get; init; }

    public string? Channel { get; init; }

    public string? ChannelId { get; init; }

    public string? Track { get; init; }

    public string? Artist { get; init; }

    public double? ViewCount { get; init; }

    public double? LikeCount { get; init; }

    public double? CommentCount { get; init; }

    public double? RepostCount { get; init; }

    public double? SaveCount { get; init; }

    public IReadOnlyList<YtDlpFormat>? Formats { get; init; }

    public IReadOnlyList<YtDlpThumbnail>? Thumbnails { get; init; }
}
