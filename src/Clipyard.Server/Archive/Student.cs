using Clipyard.Server.Data;

namespace Clipyard.Server.Archive;

/// <summary>A student id linked to a TikTok username.</summary>
internal sealed class Student : IOwned
{
    public Guid OwnerId { get; set; }

    /// <summary>The caller's own id for the student; <see cref="StudentIdText"/> says what it may be.</summary>
    public required string StudentId { get; set; }

    /// <summary>Without @, lower case.</summary>
    public required string Username { get; set; }

    public DateTimeOffset LinkedAt { get; set; }

    public DateTimeOffset? LastDownloadAt { get; set; }

    /// <summary>How many clips are kept. Counted here, in the clip's own transaction, so that lists stay flat.</summary>
    public long StoredVideos { get; set; }

    /// <summary>How many bytes they have together.</summary>
    public long StoredBytes { get; set; }
}
