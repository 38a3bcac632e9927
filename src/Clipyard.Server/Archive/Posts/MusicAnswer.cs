namespace Clipyard.Server.Archive.Posts;

/// <summary>The sound that a post links.</summary>
internal sealed record MusicAnswer(string? Id, string? Title, string? Author, long? DurationMs, string? Url);
