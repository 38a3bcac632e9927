namespace Clipyard.Server.Archive.Students;

/// <summary>A linked student.</summary>
internal sealed record StudentAnswer(
    string StudentId,
    string Username,
    long StoredVideos,
    long StoredBytes,
    DateTimeOffset? LastDownloadAt
);
