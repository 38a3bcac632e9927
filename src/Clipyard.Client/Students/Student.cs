namespace Clipyard.Client.Students;

/// <summary>A linked student.</summary>
public sealed record Student
{
    /// <summary>Whose id this is, the caller decided.</summary>
    public required string StudentId { get; init; }

    /// <summary>The TikTok username, without @.</summary>
    public required string Username { get; init; }

    /// <summary>How many posts are kept.</summary>
    public long StoredVideos { get; init; }

    /// <summary>How many bytes they have.</summary>
    public long StoredBytes { get; init; }

    /// <summary>When a download last ended; null: never.</summary>
    public DateTimeOffset? LastDownloadAt { get; init; }
}
