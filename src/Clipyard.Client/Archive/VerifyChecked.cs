namespace Clipyard.Client.Archive;

/// <summary>How much was looked at.</summary>
public sealed record VerifyChecked
{
    /// <summary>Records, those of erased posts included.</summary>
    public long Records { get; init; }

    /// <summary>Kept files that were read again.</summary>
    public long Files { get; init; }

    /// <summary>Their bytes.</summary>
    public long Bytes { get; init; }
}
