namespace Clipyard.Cli.Documents;

/// <summary>A mentioned account; its place in UTF-16 units.</summary>
internal sealed record MentionDocument(string Username, int Start, int End);
