using Clipyard.Server.Data;

namespace Clipyard.Server.Uploads;

/// <summary>A file on its way here, or arrived and not yet taken by a post.</summary>
internal sealed class Upload : IOwned
{
    public Guid Id { get; init; }

    public Guid OwnerId { get; init; }

    /// <summary>How many bytes the whole has; null for one that is received in one pass and not at its end yet.</summary>
    public long? Length { get; set; }

    /// <summary>How many bytes are on disk for good. The file may be longer, never shorter.</summary>
    public long Offset { get; set; }

    /// <summary>What the sender calls it; null when nobody said.</summary>
    public string? FileName { get; init; }

    /// <summary>The sender's <c>Upload-Metadata</c>, as given.</summary>
    public string? Metadata { get; init; }

    /// <summary>By content; null until it is complete.</summary>
    public string? ContentType { get; set; }

    /// <summary>Of the whole, hex; null until it is complete.</summary>
    public string? Sha256 { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends unless a post takes it. Every byte that arrives puts it off.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When a post took it; null: nobody has.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    public bool IsComplete => Sha256 is not null;
}
