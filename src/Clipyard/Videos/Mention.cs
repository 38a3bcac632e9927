namespace Clipyard.Videos;

/// <summary>An account mentioned in a caption.</summary>
/// <param name="Username">Without <c>@</c>.</param>
/// <param name="Start">Where it begins in the caption, at the <c>@</c>, in UTF-16 units; -1 when TikTok's place is out of range.</param>
/// <param name="End">Where it ends, exclusive, in UTF-16 units: <c>caption[Start..End]</c>; -1 as <paramref name="Start"/>.</param>
public sealed record Mention(string Username, int Start, int End);
