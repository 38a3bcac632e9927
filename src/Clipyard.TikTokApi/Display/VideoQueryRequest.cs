namespace Clipyard.TikTokApi.Display;

internal sealed record VideoQueryRequest(VideoQueryFilters Filters);
