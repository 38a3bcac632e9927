namespace Clipyard.TikTokApi.Posting;

internal sealed record PhotoSourceInfo(string Source, IReadOnlyList<string> PhotoImages, int PhotoCoverIndex);
