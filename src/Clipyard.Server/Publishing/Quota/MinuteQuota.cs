namespace Clipyard.Server.Publishing.Quota;

/// <summary>What this minute still allows.</summary>
/// <param name="Init">Posts told to TikTok.</param>
/// <param name="CreatorInfo">Questions what the creator may post.</param>
/// <param name="Status">Questions what became of a post.</param>
internal sealed record MinuteQuota(CallsLeft Init, CallsLeft CreatorInfo, CallsLeft Status);
