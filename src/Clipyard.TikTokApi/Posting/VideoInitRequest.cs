namespace Clipyard.TikTokApi.Posting;

internal sealed record VideoInitRequest(VideoPostInfo? PostInfo, VideoSourceInfo SourceInfo);
