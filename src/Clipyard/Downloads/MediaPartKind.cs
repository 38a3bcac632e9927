namespace Clipyard.Downloads;

/// <summary>What a file is to its post.</summary>
public enum MediaPartKind
{
    /// <summary>The video.</summary>
    Video,

    /// <summary>One photo of a photo post.</summary>
    Image,

    /// <summary>Sound: taken out of the video, or the sound of a photo post.</summary>
    Audio,

    /// <summary>The cover picture.</summary>
    Cover,

    /// <summary>A subtitle track.</summary>
    Subtitle,
}
