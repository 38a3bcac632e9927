namespace Clipyard.Media.Probing;

/// <summary>How much of a file is believed before it is called corrupt. Real files stay far below.</summary>
internal static class ProbeLimits
{
    /// <summary>
    /// The largest index that is read: a day of video has about 40 MB. A larger one is refused with a remedy: cut the
    /// file into fragments (<c>-movflags frag_keyframe</c>) or shorter parts.
    /// </summary>
    public const int IndexBytes = 64 * 1024 * 1024;

    /// <summary>The largest list of one fragment; a fragment of a minute has a few kilobytes.</summary>
    public const int FragmentBytes = 16 * 1024 * 1024;

    /// <summary>The largest list of brands; real ones have up to ten.</summary>
    public const int BrandBytes = 4096;

    /// <summary>Boxes on the top level, or runs of samples in fragments, that are remembered: about 16 MB each.</summary>
    public const int Ranges = 1_000_000;

    /// <summary>Tracks in a file; broadcast recordings have dozens.</summary>
    public const int Tracks = 1000;
}
