namespace Clipyard.Client.Students;

/// <summary>What was erased. Nothing of it can be had back from the server.</summary>
public sealed record Removal
{
    /// <summary>The student.</summary>
    public required string StudentId { get; init; }

    /// <summary>How many posts.</summary>
    public int DeletedVideos { get; init; }

    /// <summary>How many bytes they had.</summary>
    public long DeletedBytes { get; init; }

    /// <summary>Files that the store could not delete at once; the server's sweep does.</summary>
    public int FilesLeft { get; init; }
}
