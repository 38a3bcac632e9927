namespace Clipyard.Client.Students;

/// <summary>A student: what TikTok shows of the creator now, and what is kept.</summary>
public sealed record StudentInfo
{
    /// <summary>The student.</summary>
    public required string StudentId { get; init; }

    /// <summary>The linked TikTok username, without @.</summary>
    public required string Username { get; init; }

    /// <summary>The creator's profile, at most half an hour old; null when TikTok could not be asked.</summary>
    public CreatorProfile? Profile { get; init; }

    /// <summary>Why there is no profile; null when there is one.</summary>
    public ServerFailure? ProfileError { get; init; }

    /// <summary>How many posts are kept.</summary>
    public long StoredVideos { get; init; }

    /// <summary>How many bytes they have.</summary>
    public long StoredBytes { get; init; }

    /// <summary>When a download last ended; null: never.</summary>
    public DateTimeOffset? LastDownloadAt { get; init; }
}
