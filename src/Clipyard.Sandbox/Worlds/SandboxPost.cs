using System.Globalization;
using System.Text.Json.Serialization;

namespace Clipyard.Sandbox.Worlds;

/// <summary>One post: a video, or photos with a sound.</summary>
public sealed record SandboxPost
{
    /// <summary>Decimal digits. The upper 32 bits are the time of creation in Unix seconds.</summary>
    public required string Id { get; init; }

    /// <summary>The username of its creator.</summary>
    public required string Creator { get; init; }

    /// <summary>The text. Hashtags and mentions in it are listed in the page with their UTF-16 offsets.</summary>
    public string Caption { get; init; } = "";

    /// <summary>How often it was played, liked and so on.</summary>
    public PostCounts Counts { get; init; } = new(0, 0, 0, 0, 0);

    /// <summary>The encodings, in the order of the page; the first is the base stream. Empty for photo posts.</summary>
    public IReadOnlyList<SandboxRendition> Renditions { get; init; } = [];

    /// <summary>The images of a photo post; empty for videos.</summary>
    public IReadOnlyList<SandboxImage> Images { get; init; } = [];

    /// <summary>The sound; null gives an empty <c>music</c> object.</summary>
    public SandboxSound? Sound { get; init; }

    /// <summary>The subtitle tracks.</summary>
    public IReadOnlyList<SandboxSubtitle> Subtitles { get; init; } = [];

    /// <summary>The cover image in the clip library.</summary>
    public string? Cover { get; init; }

    /// <summary>What the page says in <c>statusCode</c>; anything but 0 leaves the item out.</summary>
    public int StatusCode { get; init; }

    /// <summary>What the page says in <c>statusMsg</c>.</summary>
    public string StatusMessage { get; init; } = "";

    /// <summary>The HTTP status of the watch page.</summary>
    public int HttpStatus { get; init; } = 200;

    /// <summary>Whether the watch page leads to <c>/login</c>.</summary>
    public bool LoginWall { get; init; }

    /// <summary>Whether it is age-gated: <c>isContentClassified</c> without <c>video</c>.</summary>
    public bool AgeRestricted { get; init; }

    /// <summary>Whether TikTok is still reviewing it.</summary>
    public bool InReview { get; init; }

    /// <summary>Whether the item has no <c>author</c>.</summary>
    public bool WithoutAuthor { get; init; }

    /// <summary>Whether it stands on top of the creator's page.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Whether it is marked as an advertisement.</summary>
    public bool IsAd { get; init; }

    /// <summary>Whether a watermarked <c>downloadAddr</c> is offered.</summary>
    public bool DownloadAllowed { get; init; } = true;

    /// <summary>Whether the first media host answers 404 for its files.</summary>
    public bool FirstMirrorDead { get; init; }

    /// <summary>The form of its watch page.</summary>
    public PageShape Shape { get; init; } = PageShape.ByUserAgent;

    /// <summary>When it was created (UTC), read from <see cref="Id"/>.</summary>
    [JsonIgnore]
    public DateTimeOffset CreatedAt =>
        DateTimeOffset.FromUnixTimeSeconds((long)(ulong.Parse(Id, CultureInfo.InvariantCulture) >> 32));

    /// <summary>Whether it consists of photos.</summary>
    [JsonIgnore]
    public bool IsPhoto => Images.Count > 0;
}
