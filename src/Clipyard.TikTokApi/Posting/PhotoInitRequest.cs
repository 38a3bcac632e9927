namespace Clipyard.TikTokApi.Posting;

internal sealed record PhotoInitRequest(
    string MediaType,
    string PostMode,
    PhotoPostInfo PostInfo,
    PhotoSourceInfo SourceInfo
);
