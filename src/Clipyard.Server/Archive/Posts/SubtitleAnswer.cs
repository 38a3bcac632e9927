namespace Clipyard.Server.Archive.Posts;

/// <summary>One subtitle track.</summary>
internal sealed record SubtitleAnswer(string Language, string? Source, string? Format, string Url);
