namespace Clipyard.TikTokApi.Display;

internal sealed record VideoListRequest(long? Cursor, int MaxCount);
