using Clipyard.Server.Data;

namespace Clipyard.Server.Archive;

/// <summary>One object of a kept post in the store.</summary>
internal sealed class ClipFile : IOwned
{
    public long Id { get; set; }

    public long ClipId { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>From 0: the video or the first picture, further pictures, then the sound, then the cover.</summary>
    public int Position { get; set; }

    /// <summary>The object's full key in the store, the owner's prefix included.</summary>
    public required string Object { get; set; }

    public required string ContentType { get; set; }

    public long SizeBytes { get; set; }

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Whether it is the cover beside the post's own files.</summary>
    public bool IsCover => CoverObject.Is(Object);
}
