using Clipyard.Media.Probing;

namespace Clipyard.Downloads;

/// <summary>What a verified file turned out to be.</summary>
/// <param name="Extension">By its content, without dot.</param>
/// <param name="Info">For videos.</param>
internal sealed record CheckedMedia(string Extension, MediaInfo? Info = null);
