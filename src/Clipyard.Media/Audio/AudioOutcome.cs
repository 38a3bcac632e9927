namespace Clipyard.Media.Audio;

/// <summary>How taking the sound out of a file went.</summary>
public enum AudioOutcome
{
    /// <summary>The sound was written.</summary>
    Extracted,

    /// <summary>The file has no sound.</summary>
    NoAudioTrack,

    /// <summary>The sound is not AAC, or is encrypted; only AAC goes into an <c>.m4a</c> unchanged.</summary>
    UnsupportedCodec,

    /// <summary>The file lists its sound partly in the index and partly in fragments.</summary>
    UnsupportedLayout,

    /// <summary>The source is not a whole media file; the verdict says why.</summary>
    NotWhole,
}
