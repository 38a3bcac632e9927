namespace Clipyard.Media.Probing;

/// <summary>What a track carries, from its handler.</summary>
public enum TrackKind
{
    /// <summary>Pictures (handler <c>vide</c>).</summary>
    Video,

    /// <summary>Sound (handler <c>soun</c>).</summary>
    Audio,

    /// <summary>Anything else: subtitles, time codes, chapters, hints.</summary>
    Other,
}
