namespace Clipyard.Cli.Documents;

/// <summary>One subtitle track.</summary>
internal sealed record SubtitleDocument(string Language, string? Source, string? Format, string Url);
