using Clipyard.Server.Data;

namespace Clipyard.Server.Publishing.Posts;

/// <summary>A staged file: what will be sent, outside the archive, until the post has ended.</summary>
internal sealed class PostFile : IOwned
{
    public Guid PostId { get; set; }

    /// <summary>From 0; a video has one.</summary>
    public int Position { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>Its full key in the store.</summary>
    public required string Object { get; set; }

    public long Bytes { get; set; }

    /// <summary>Hex, lower case.</summary>
    public required string Sha256 { get; set; }

    /// <summary>By content: <c>video/mp4</c>.</summary>
    public required string ContentType { get; set; }

    public int? Width { get; set; }

    public int? Height { get; set; }

    public long? DurationMs { get; set; }

    public double? FrameRate { get; set; }

    public string? VideoCodec { get; set; }
}
