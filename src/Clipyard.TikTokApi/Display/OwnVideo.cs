namespace Clipyard.TikTokApi.Display;

/// <summary>A public video of the connected person. What was not asked for, or is missing, is null.</summary>
public sealed record OwnVideo
{
    /// <summary>Its id: digits, kept as text. Empty when it was not asked for.</summary>
    public required string Id { get; init; }

    /// <summary>When it was posted, to the second.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>A signed address, good for six hours.</summary>
    public string? CoverImageUrl { get; init; }

    /// <summary>Its address on TikTok, with the app's key in its query.</summary>
    public string? ShareUrl { get; init; }

    /// <summary>The caption, cut at 150 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The title, cut at 150 characters.</summary>
    public string? Title { get; init; }

    /// <summary>How long it plays.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Height of the picture.</summary>
    public int? HeightPixels { get; init; }

    /// <summary>Width of the picture.</summary>
    public int? WidthPixels { get; init; }

    /// <summary>Markup that shows it in another page. Foreign code: do not trust it.</summary>
    public string? EmbedHtml { get; init; }

    /// <summary>The player alone.</summary>
    public string? EmbedLink { get; init; }

    /// <summary>Likes.</summary>
    public long? LikeCount { get; init; }

    /// <summary>Comments.</summary>
    public long? CommentCount { get; init; }

    /// <summary>Shares.</summary>
    public long? ShareCount { get; init; }

    /// <summary>Views.</summary>
    public long? ViewCount { get; init; }
}
