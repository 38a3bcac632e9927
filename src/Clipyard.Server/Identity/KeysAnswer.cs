namespace Clipyard.Server.Identity;

/// <summary>A page of the owner's keys, newest first.</summary>
/// <param name="Keys">The page.</param>
/// <param name="Count">How many are on it.</param>
/// <param name="Total">How many there are.</param>
/// <param name="NextCursor">For the next page; null: this is the last.</param>
internal sealed record KeysAnswer(IReadOnlyList<KeyAnswer> Keys, int Count, int Total, string? NextCursor);
