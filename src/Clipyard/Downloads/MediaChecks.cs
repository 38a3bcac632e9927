namespace Clipyard.Downloads;

/// <summary>How each kind of file is verified, and the extensions it may turn out to have.</summary>
internal static class MediaChecks
{
    /// <summary>TikTok's covers have 20 to 400 KB.</summary>
    private const long MaxCoverBytes = 2 * 1024 * 1024;

    public static IMediaCheck For(MediaPart part) =>
        part.Kind switch
        {
            MediaPartKind.Video => new VideoCheck(),
            MediaPartKind.Audio => new SoundCheck(),
            MediaPartKind.Subtitle => new TextCheck(part.Extension),
            MediaPartKind.Cover => new PictureCheck(MaxCoverBytes),
            _ => new PictureCheck(),
        };

    /// <summary>The expected extension first, then those that the bytes may have called for instead.</summary>
    public static IEnumerable<string> ExtensionsOf(MediaPart part)
    {
        string[] possible = part.Kind switch
        {
            MediaPartKind.Video => ["mp4", "mov"],
            MediaPartKind.Audio => ["m4a", "mp3"],
            MediaPartKind.Subtitle => [],
            _ => ["jpg", "webp", "png", "avif", "heic", "gif"],
        };
        return [part.Extension, .. possible.Where(extension => extension != part.Extension)];
    }
}
