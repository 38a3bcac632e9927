namespace Clipyard.Media.Probing;

/// <summary>What the structure of a file says about it.</summary>
public enum StructureState
{
    /// <summary>Every box and every sample is where it says it is.</summary>
    Whole,

    /// <summary>The file ends before its content does; the rest may still be fetched.</summary>
    Incomplete,

    /// <summary>The file contradicts itself; fetching more of it will not help.</summary>
    Corrupt,

    /// <summary>This is something else: a page, a picture, text, or nothing at all.</summary>
    NotMedia,
}
