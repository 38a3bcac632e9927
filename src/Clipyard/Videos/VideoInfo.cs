using Clipyard.Http;
using Clipyard.Links;

namespace Clipyard.Videos;

/// <summary>What TikTok says about one post. Absent is null or empty, never a made-up value.</summary>
/// <remarks>Field meanings and where each was seen: <c>docs/tiktok-web.md</c>.</remarks>
public sealed record VideoInfo
{
    /// <summary>The post's id.</summary>
    public required VideoId Id { get; init; }

    /// <summary>Video or photo post, by what the post holds, not by its address.</summary>
    public required PostKind Kind { get; init; }

    /// <summary>Its canonical address, <c>/photo/</c> for photo posts.</summary>
    public required string Url { get; init; }

    /// <summary>The caption as TikTok gives it, with its own spaces and line breaks; may be empty.</summary>
    public string Caption { get; init; } = "";

    /// <summary>When it was posted, to the second, UTC; null when the source does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>How long it plays; null for photo posts and where unknown. Whole seconds unless TikTok says finer.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Width of the base stream in pixels; null for photo posts and where unknown.</summary>
    public int? WidthPixels { get; init; }

    /// <summary>Height of the base stream in pixels; null for photo posts and where unknown.</summary>
    public int? HeightPixels { get; init; }

    /// <summary>Who posted it; null where TikTok leaves it out (it sometimes does).</summary>
    public Author? Author { get; init; }

    /// <summary>How often it was played, liked and so on.</summary>
    public PostCounts Counts { get; init; } = new();

    /// <summary>The hashtags in the caption, in its order.</summary>
    public IReadOnlyList<Hashtag> Hashtags { get; init; } = [];

    /// <summary>The accounts that the caption mentions, in its order.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>The sound; null when there is none or TikTok hides it.</summary>
    public Music? Music { get; init; }

    /// <summary>Addresses of still covers, best first. They lapse after about two days.</summary>
    public IReadOnlyList<string> Covers { get; init; } = [];

    /// <summary>Every rendition of the video that the source lists, best first as <c>best</c> would choose.</summary>
    public IReadOnlyList<Rendition> Renditions { get; init; } = [];

    /// <summary>The photos of a photo post, in order.</summary>
    public IReadOnlyList<PostImage> Images { get; init; } = [];

    /// <summary>Subtitle tracks.</summary>
    public IReadOnlyList<Subtitle> Subtitles { get; init; } = [];

    /// <summary>Whether it is marked as advertising.</summary>
    public bool IsAd { get; init; }

    /// <summary>Whether it is visible only to its creator or friends (seen only with cookies).</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether TikTok marks it as sensitive; the media is then left out for people not signed in.</summary>
    public bool IsAgeRestricted { get; init; }

    /// <summary>Whether the creator pinned it; only listings say so.</summary>
    public bool IsPinned { get; init; }

    /// <summary>The session whose cookies open the media; null when it came from a file.</summary>
    internal BrowserSession? Session { get; init; }
}
