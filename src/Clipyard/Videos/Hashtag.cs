namespace Clipyard.Videos;

/// <summary>A hashtag in a caption.</summary>
/// <param name="Name">Without <c>#</c>, in the spelling TikTok links.</param>
/// <param name="Start">Where it begins in the caption, at the <c>#</c>, in UTF-16 units; -1 when TikTok's place is out of range.</param>
/// <param name="End">Where it ends, exclusive, in UTF-16 units: <c>caption[Start..End]</c>; -1 as <paramref name="Start"/>.</param>
public sealed record Hashtag(string Name, int Start, int End);
