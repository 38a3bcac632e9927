namespace Clipyard.Server.Publishing.Sending;

/// <summary>What TikTok answered to an init.</summary>
/// <param name="PublishId">TikTok's id of the attempt.</param>
/// <param name="ProtectedAddress">Where the chunks go, encrypted; null for pulls.</param>
internal sealed record InitAnswer(string PublishId, string? ProtectedAddress);
