namespace Clipyard.Cli.Documents;

/// <summary>Who posted it.</summary>
internal sealed record AuthorDocument(string? Id, string? Username, string? Nickname, string? SecUid, bool? Verified);
