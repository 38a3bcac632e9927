namespace Clipyard.TikTokApi.Display;

/// <summary>Some videos, newest first.</summary>
/// <param name="Videos">At most twenty.</param>
/// <param name="Next">What the next page is asked with; null when there is none.</param>
public sealed record VideoPage(IReadOnlyList<OwnVideo> Videos, long? Next);
