namespace Clipyard.TikTokApi.Display;

internal sealed record VideoQueryFilters(IReadOnlyList<string> VideoIds);
