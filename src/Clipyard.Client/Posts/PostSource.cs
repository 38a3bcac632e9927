namespace Clipyard.Client.Posts;

/// <summary>Where a post's files come from: exactly one member.</summary>
public sealed record PostSource
{
    /// <summary>A clip of the archive, by TikTok's id of the video.</summary>
    public string? ClipId { get; init; }

    /// <summary>A complete upload.</summary>
    public string? UploadId { get; init; }

    /// <summary>The https address of a video.</summary>
    public string? Url { get; init; }

    /// <summary>https addresses of pictures.</summary>
    public IReadOnlyList<string>? Images { get; init; }
}
