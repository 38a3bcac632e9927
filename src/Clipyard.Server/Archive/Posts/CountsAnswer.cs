namespace Clipyard.Server.Archive.Posts;

/// <summary>A post's counts, and whether they are TikTok's exact ones.</summary>
internal sealed record CountsAnswer(long? Plays, long? Likes, long? Comments, long? Shares, long? Saves, bool Exact);
