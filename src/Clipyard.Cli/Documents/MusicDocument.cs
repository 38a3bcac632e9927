namespace Clipyard.Cli.Documents;

/// <summary>The sound.</summary>
internal sealed record MusicDocument(string? Id, string? Title, string? Author, long? DurationMs, string? Url);
