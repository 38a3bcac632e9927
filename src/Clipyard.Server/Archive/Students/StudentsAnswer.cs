namespace Clipyard.Server.Archive.Students;

/// <summary>A page of the linked students, by id.</summary>
/// <param name="Students">Those of this page.</param>
/// <param name="Count">How many are on this page.</param>
/// <param name="Total">How many there are altogether.</param>
/// <param name="NextCursor">Pass it as <c>cursor</c> for the next page; null on the last.</param>
internal sealed record StudentsAnswer(IReadOnlyList<StudentAnswer> Students, int Count, long Total, string? NextCursor);
