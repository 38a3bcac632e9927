namespace Clipyard.Videos;

/// <summary>One photo of a photo post.</summary>
/// <param name="WidthPixels">Width in pixels; null where unknown.</param>
/// <param name="HeightPixels">Height in pixels; null where unknown.</param>
/// <param name="Urls">Mirrors of the same picture, JPEG first; empty where TikTok names none. They need no cookie and lapse after about two days.</param>
public sealed record PostImage(int? WidthPixels, int? HeightPixels, IReadOnlyList<string> Urls);
