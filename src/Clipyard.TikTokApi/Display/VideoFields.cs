namespace Clipyard.TikTokApi.Display;

/// <summary>The names of a video's fields.</summary>
public static class VideoFields
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "id",
        "create_time",
        "cover_image_url",
        "share_url",
        "video_description",
        "title",
        "duration",
        "height",
        "width",
        "embed_html",
        "embed_link",
        "like_count",
        "comment_count",
        "share_count",
        "view_count",
    ];
}
