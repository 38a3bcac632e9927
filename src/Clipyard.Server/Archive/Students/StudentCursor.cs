namespace Clipyard.Server.Archive.Students;

/// <summary>Where a page of students ended.</summary>
internal sealed record StudentCursor(string StudentId);
