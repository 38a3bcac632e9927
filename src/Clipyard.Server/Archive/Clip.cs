using Clipyard.Server.Data;

namespace Clipyard.Server.Archive;

/// <summary>One post that is kept: whole, verified, visible. At most one row per owner and post.</summary>
internal sealed class Clip : IOwned
{
    public long Id { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>Whose it is among the students; null for a download that named none.</summary>
    public string? StudentId { get; set; }

    /// <summary>The creator, without @.</summary>
    public required string Username { get; set; }

    /// <summary>TikTok's id of the post.</summary>
    public required string VideoId { get; set; }

    /// <summary>The post's canonical address.</summary>
    public required string VideoUrl { get; set; }

    public ClipKind Kind { get; set; }

    public string Caption { get; set; } = "";

    public long? DurationMs { get; set; }

    /// <summary>The same for sorting, made by the database: databases disagree about where rows without a value go.</summary>
    public long SortedDurationMs { get; private set; }

    /// <summary>When the creator posted it.</summary>
    public DateTimeOffset PostedAt { get; set; }

    public DateTimeOffset StoredAt { get; set; }

    /// <summary>All files' bytes together, without the cover's.</summary>
    public long SizeBytes { get; set; }

    /// <summary>SHA-256 of the first file, lower-case hex.</summary>
    public required string Sha256 { get; set; }

    /// <summary>1, and one more each time it was fetched anew by force.</summary>
    public int Generation { get; set; } = 1;

    /// <summary>The chain its record stands in, and where.</summary>
    public required string Chain { get; set; }

    public long RecordSeq { get; set; }

    public List<ClipFile> Files { get; set; } = [];
}
