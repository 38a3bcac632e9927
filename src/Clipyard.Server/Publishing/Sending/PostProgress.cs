namespace Clipyard.Server.Publishing.Sending;

/// <summary>What the event stream tells of an upload that runs.</summary>
/// <param name="PostId">Whose upload.</param>
/// <param name="UploadedBytes">How much TikTok has.</param>
/// <param name="TotalBytes">How much there is.</param>
internal sealed record PostProgress(Guid PostId, long UploadedBytes, long TotalBytes);
