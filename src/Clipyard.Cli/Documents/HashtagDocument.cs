namespace Clipyard.Cli.Documents;

/// <summary>A hashtag; its place in UTF-16 units.</summary>
internal sealed record HashtagDocument(string Name, int Start, int End);
