namespace Clipyard.TikTokApi.Posting;

/// <summary>How a call to upload ended.</summary>
/// <param name="UploadedBytes">What TikTok holds; the next call begins there.</param>
/// <param name="IsComplete">Whether it holds everything. If not, <see cref="UploadOptions.PauseWhen"/> ended the call.</param>
public sealed record UploadResult(long UploadedBytes, bool IsComplete);
