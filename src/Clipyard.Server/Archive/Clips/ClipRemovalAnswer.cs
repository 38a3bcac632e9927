namespace Clipyard.Server.Archive.Clips;

/// <summary>Which kept post was erased. Nothing of it can be had back from here.</summary>
/// <param name="Success">Always true.</param>
/// <param name="VideoId">TikTok's id of the post.</param>
/// <param name="StudentId">Whose it was among the students; null for nobody's.</param>
/// <param name="DeletedBytes">How many bytes it had.</param>
/// <param name="FilesLeft">
/// Files that the store could not delete now. They belong to nothing any more, and the sweep deletes them.
/// </param>
internal sealed record ClipRemovalAnswer(
    bool Success,
    string VideoId,
    string? StudentId,
    long DeletedBytes,
    int FilesLeft
);
