namespace Clipyard.Server.Publishing.Quota;

/// <summary>What is left of one of TikTok's limits per minute.</summary>
/// <param name="Left">How many calls may be made at this moment.</param>
/// <param name="Limit">How many TikTok takes in a minute.</param>
internal sealed record CallsLeft(int Left, int Limit);
