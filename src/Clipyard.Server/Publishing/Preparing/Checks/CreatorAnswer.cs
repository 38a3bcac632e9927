using Clipyard.TikTokApi.Accounts;

namespace Clipyard.Server.Publishing.Preparing.Checks;

/// <summary>What became of asking TikTok about the creator.</summary>
/// <param name="Creator">What TikTok said; null when it was not asked, or did not answer.</param>
/// <param name="Note">Why not, in a sentence; null when there is nothing to say.</param>
internal sealed record CreatorAnswer(CreatorInfo? Creator, string? Note);
