namespace Clipyard.Downloads;

/// <summary>Which rendition of a video to take. Never one that nothing plays (<c>bytevc2</c>).</summary>
public enum QualityChoice
{
    /// <summary>The highest resolution in H.264 with sound: plays everywhere. The default.</summary>
    Compatible,

    /// <summary>The highest resolution in any codec that players know (on TikTok 1080p exists as H.265 only).</summary>
    Best,

    /// <summary>Short side at most 1080 pixels.</summary>
    Hd,

    /// <summary>Short side at most 720 pixels.</summary>
    Sd,

    /// <summary>Short side at most 480 pixels.</summary>
    Ld,

    /// <summary>Short side at most 360 pixels.</summary>
    Mobile,

    /// <summary>The lowest resolution.</summary>
    Worst,

    /// <summary>Sound only: the video's own AAC track, taken out without re-encoding, as <c>.m4a</c>.</summary>
    Audio,
}
