namespace Clipyard.Media.Images;

/// <summary>The formats of still pictures that are told apart, by content.</summary>
public enum ImageKind
{
    /// <summary>None of the others.</summary>
    Unknown,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>WebP.</summary>
    Webp,

    /// <summary>AVIF: AV1 pictures in MP4 boxes.</summary>
    Avif,

    /// <summary>HEIC or HEIF: HEVC pictures in MP4 boxes.</summary>
    Heic,

    /// <summary>GIF.</summary>
    Gif,
}
