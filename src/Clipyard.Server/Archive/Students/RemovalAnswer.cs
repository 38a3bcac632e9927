namespace Clipyard.Server.Archive.Students;

/// <summary>What was erased. Nothing of it can be had back from here.</summary>
/// <param name="Success">Always true.</param>
/// <param name="StudentId">The student.</param>
/// <param name="DeletedVideos">How many posts.</param>
/// <param name="DeletedBytes">How many bytes they had.</param>
/// <param name="FilesLeft">
/// Files that the store could not delete now. They belong to nothing any more, and the sweep deletes them.
/// </param>
internal sealed record RemovalAnswer(
    bool Success,
    string StudentId,
    int DeletedVideos,
    long DeletedBytes,
    int FilesLeft
);
