namespace Clipyard.Sandbox.Worlds;

/// <summary>How often a post was played, liked and so on; exact. Pages round what TikTok rounds.</summary>
public sealed record PostCounts(long Plays, long Likes, long Comments, long Shares, long Saves, long Reposts = 0);
