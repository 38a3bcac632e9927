using Clipyard.Server.Archive.Clips;

namespace Clipyard.Server.Archive.Students;

/// <summary>What a student's download came to.</summary>
internal sealed record DownloadAnswer
{
    /// <summary>Whether at least one post is kept, or there was nothing to do.</summary>
    public required bool Success { get; init; }

    public required string StudentId { get; init; }

    public required string Username { get; init; }

    /// <summary>The posts that are kept now, those from before among them, newest first.</summary>
    public required IReadOnlyList<ClipAnswer> Videos { get; init; }

    /// <summary>How many there are in <see cref="Videos"/>.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them were kept before.</summary>
    public required int AlreadyStored { get; init; }

    /// <summary>Those that could not be kept, and why.</summary>
    public required IReadOnlyList<FailedPostAnswer> Failed { get; init; }

    /// <summary>The job that did it.</summary>
    public required string JobId { get; init; }
}
