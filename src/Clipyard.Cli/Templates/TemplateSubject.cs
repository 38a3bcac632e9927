using Clipyard.Videos;

namespace Clipyard.Cli.Templates;

/// <summary>What a file's name is made from.</summary>
internal sealed record TemplateSubject(VideoInfo Video)
{
    /// <summary>Without dot.</summary>
    public string Extension { get; init; } = "mp4";

    /// <summary>A picture's number from 1; 0 for other files.</summary>
    public int Index { get; init; }

    /// <summary>The post's number in this run, from 1.</summary>
    public long AutoNumber { get; init; } = 1;

    /// <summary>The post's number in its creator's list, from 1; null when it came from no list.</summary>
    public long? PlaylistIndex { get; init; }

    /// <summary>What quality was asked for.</summary>
    public string Quality { get; init; } = "compatible";

    /// <summary>When it was posted; where the post does not say, when its id was made.</summary>
    public DateTimeOffset? CreatedAt => Video.CreatedAt ?? Video.Id.EmbeddedTime;

    public string Kind => Video.Kind is PostKind.Photo ? "photo" : "video";
}
