namespace Clipyard.Client.Videos;

/// <summary>What TikTok shows of a post. Absent is null or empty, never made up.</summary>
public sealed record PostInfo
{
    /// <summary>TikTok's id of it.</summary>
    public required string Id { get; init; }

    /// <summary>Its canonical address.</summary>
    public required string Url { get; init; }

    /// <summary><c>video</c> or <c>photo</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The caption; empty when there is none.</summary>
    public string Caption
    {
        get => field ?? "";
        init;
    }

    /// <summary>When it was posted.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Who posted it.</summary>
    public PostAuthor? Author { get; init; }

    /// <summary>How long it plays, in milliseconds.</summary>
    public long? DurationMs { get; init; }

    /// <summary>Pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Plays, likes and so on.</summary>
    public PostCounts? Counts { get; init; }

    /// <summary>The caption's hashtags.</summary>
    public IReadOnlyList<PostHashtag> Hashtags
    {
        get => field ?? [];
        init;
    }

    /// <summary>The accounts that the caption mentions.</summary>
    public IReadOnlyList<PostMention> Mentions
    {
        get => field ?? [];
        init;
    }

    /// <summary>The sound it links.</summary>
    public PostMusic? Music { get; init; }

    /// <summary>Still pictures, best first; their addresses end after about two days.</summary>
    public IReadOnlyList<string> Covers
    {
        get => field ?? [];
        init;
    }

    /// <summary>Every rendition, best first.</summary>
    public IReadOnlyList<PostFormat> Formats
    {
        get => field ?? [];
        init;
    }

    /// <summary>The pictures of a photo post, in order.</summary>
    public IReadOnlyList<PostImage> Images
    {
        get => field ?? [];
        init;
    }

    /// <summary>Subtitle tracks.</summary>
    public IReadOnlyList<PostSubtitle> Subtitles
    {
        get => field ?? [];
        init;
    }
}
