namespace Clipyard.Media.Audio;

/// <summary>The formats of sound files that are told apart, by content.</summary>
public enum AudioFileKind
{
    /// <summary>None of the others.</summary>
    Unknown,

    /// <summary>MPEG layer III frames, with or without tags.</summary>
    Mp3,

    /// <summary>Sound in MP4 boxes.</summary>
    M4a,
}
