namespace Clipyard.Server.Archive.Students;

/// <summary>A student: what TikTok shows of the creator now, and what is kept.</summary>
internal sealed record StudentInfoAnswer
{
    public required string StudentId { get; init; }

    public required string Username { get; init; }

    /// <summary>The creator's profile, at most half an hour old; null when TikTok could not be asked.</summary>
    public ProfileAnswer? Profile { get; init; }

    /// <summary>Why there is no profile; null when there is one.</summary>
    public FailureAnswer? ProfileError { get; init; }

    public required long StoredVideos { get; init; }

    public required long StoredBytes { get; init; }

    public DateTimeOffset? LastDownloadAt { get; init; }
}
