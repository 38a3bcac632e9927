namespace Clipyard.Client.Students;

/// <summary>A kept post.</summary>
public sealed record StoredVideo
{
    /// <summary>TikTok's id of the post.</summary>
    public required string VideoId { get; init; }

    /// <summary>The post's address on TikTok.</summary>
    public required string VideoUrl { get; init; }

    /// <summary>Where its first file can be fetched: <see cref="Media.MediaClient.OpenAsync"/>.</summary>
    public required string LocalPath { get; init; }

    /// <summary>When that address, and the thumbnail's, end; null when they do not.</summary>
    public DateTimeOffset? LocalPathExpiresAt { get; init; }

    /// <summary>Where its cover can be fetched, or its first picture; null when no cover is kept.</summary>
    public string? ThumbnailUrl { get; init; }

    /// <summary>Whose it is among the students; null for nobody's.</summary>
    public string? StudentId { get; init; }

    /// <summary><c>video</c>, <c>photo</c> or <c>audio</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The creator, without @.</summary>
    public string? Username { get; init; }

    /// <summary>The caption; empty when there is none.</summary>
    public string Caption
    {
        get => field ?? "";
        init;
    }

    /// <summary>How long it plays, in milliseconds; null for pictures.</summary>
    public long? DurationMs { get; init; }

    /// <summary>Bytes of <see cref="Files"/> together.</summary>
    public long SizeBytes { get; init; }

    /// <summary>SHA-256 of the first file, lower-case hex.</summary>
    public string? Sha256 { get; init; }

    /// <summary>When the creator posted it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was kept.</summary>
    public DateTimeOffset? StoredAt { get; init; }

    /// <summary>Every file: the video, or the pictures and their sound.</summary>
    public IReadOnlyList<StoredFile> Files
    {
        get => field ?? [];
        init;
    }

    /// <summary>Whether it was kept before this download; null outside of an answer to one.</summary>
    public bool? AlreadyStored { get; init; }
}
