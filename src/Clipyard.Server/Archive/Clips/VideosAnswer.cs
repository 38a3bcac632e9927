namespace Clipyard.Server.Archive.Clips;

/// <summary>A page of a student's kept posts, newest first.</summary>
/// <param name="Success">Always true; kept for callers that look at nothing else.</param>
/// <param name="StudentId">The student.</param>
/// <param name="Username">The linked TikTok username, without @.</param>
/// <param name="Videos">The posts of this page.</param>
/// <param name="Count">How many are on this page.</param>
/// <param name="Total">How many there are altogether.</param>
/// <param name="NextCursor">Pass it as <c>cursor</c> for the next page; null on the last.</param>
internal sealed record VideosAnswer(
    bool Success,
    string StudentId,
    string Username,
    IReadOnlyList<ClipAnswer> Videos,
    int Count,
    long Total,
    string? NextCursor
);
