namespace Clipyard.Server.Identity;

/// <summary>A page of those who may sign in, in the order of their making.</summary>
/// <param name="People">The page.</param>
/// <param name="Count">How many are on it.</param>
/// <param name="Total">How many there are.</param>
/// <param name="NextCursor">For the next page; null: this is the last.</param>
internal sealed record PeopleAnswer(IReadOnlyList<PersonSummary> People, int Count, int Total, string? NextCursor);
