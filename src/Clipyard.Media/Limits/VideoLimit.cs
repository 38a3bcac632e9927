namespace Clipyard.Media.Limits;

/// <summary>What about a video is limited.</summary>
public enum VideoLimit
{
    /// <summary>The file must be a whole video.</summary>
    Structure,

    /// <summary>The kind of file.</summary>
    Container,

    /// <summary>How the pictures are encoded.</summary>
    Codec,

    /// <summary>Pictures per second.</summary>
    FrameRate,

    /// <summary>Pixels a side.</summary>
    PictureSize,

    /// <summary>How long any video may be.</summary>
    Duration,

    /// <summary>How long a video of this creator may be.</summary>
    CreatorDuration,

    /// <summary>Bytes of the file.</summary>
    FileSize,
}
