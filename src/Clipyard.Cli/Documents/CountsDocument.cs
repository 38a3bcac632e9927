namespace Clipyard.Cli.Documents;

/// <summary>A post's counts.</summary>
internal sealed record CountsDocument(long? Plays, long? Likes, long? Comments, long? Shares, long? Saves, bool Exact);
