namespace Clipyard.TikTokApi.Display;

internal sealed class VideoPayload
{
    public string? Id { get; init; }

    public long? CreateTime { get; init; }

    public string? CoverImageUrl { get; init; }

    public string? ShareUrl { get; init; }

    public string? VideoDescription { get; init; }

    public string? Title { get; init; }

    public long? Duration { get; init; }

    public long? Height { get; init; }

    public long? Width { get; init; }

    public string? EmbedHtml { get; init; }

    public string? EmbedLink { get; init; }

    public long? LikeCount { get; init; }

    public long? CommentCount { get; init; }

    public long? ShareCount { get; init; }

    public long? ViewCount { get; init; }

    public OwnVideo ToVideo() =>
        new()
        {
            Id = Id ?? "",
            CreatedAt = CreateTime is > 0 and < 253_402_300_800
                ? DateTimeOffset.FromUnixTimeSeconds(CreateTime.Value)
                : null,
            CoverImageUrl = CoverImageUrl,
            ShareUrl = ShareUrl,
            Description = VideoDescription,
            Title = Title,
            Duration = Duration is >= 0 and < int.MaxValue ? TimeSpan.FromSeconds(Duration.Value) : null,
            HeightPixels = Pixels(Height),
            WidthPixels = Pixels(Width),
            EmbedHtml = EmbedHtml,
            EmbedLink = EmbedLink,
            LikeCount = LikeCount,
            CommentCount = CommentCount,
            ShareCount = ShareCount,
            ViewCount = ViewCount,
        };

    private static int? Pixels(long? value) => value is >= 0 and <= int.MaxValue ? (int)value.Value : null;
}
