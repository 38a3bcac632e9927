namespace Clipyard.Media.Probing;

/// <summary>What a track carries.</summary>
public enum TrackKind
{
    /// <summary>Pictures.</summary>
    Video,

    /// <summary>Sound.</summary>
    Audio,

    /// <summary>Anything else: subtitles, time codes, chapters, hints.</summary>
    Other,
}
