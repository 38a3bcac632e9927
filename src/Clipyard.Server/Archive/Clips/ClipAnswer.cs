using System.Text.Json.Serialization;

namespace Clipyard.Server.Archive.Clips;

/// <summary>A kept post.</summary>
internal sealed record ClipAnswer
{
    /// <summary>TikTok's id of the post.</summary>
    public required string VideoId { get; init; }

    /// <summary>The post's address on TikTok.</summary>
    public required string VideoUrl { get; init; }

    /// <summary>Where its first file can be fetched.</summary>
    public required string LocalPath { get; init; }

    /// <summary>When that address, and the thumbnail's, stop working; null when they do not.</summary>
    public DateTimeOffset? LocalPathExpiresAt { get; init; }

    /// <summary>Where its cover can be fetched, or its first picture; null when no cover is kept.</summary>
    public string? ThumbnailUrl { get; init; }

    /// <summary>What is kept of it: its video, its pictures, or its sound alone.</summary>
    public required ClipKind Kind { get; init; }

    /// <summary>Whose it is among the students; null for nobody's.</summary>
    public string? StudentId { get; init; }

    /// <summary>The creator, without @.</summary>
    public required string Username { get; init; }

    public required string Caption { get; init; }

    public long? DurationMs { get; init; }

    /// <summary>The bytes of <see cref="Files"/> together.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>SHA-256 of the first file, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When the creator posted it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was kept.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>1, and one more each time it was fetched anew by force.</summary>
    public required int Generation { get; init; }

    /// <summary>Every file: the video, or the pictures and their sound.</summary>
    public required IReadOnlyList<ClipFileAnswer> Files { get; init; }

    /// <summary>Whether it was kept before this download; only in answers to one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AlreadyStored { get; init; }
}
