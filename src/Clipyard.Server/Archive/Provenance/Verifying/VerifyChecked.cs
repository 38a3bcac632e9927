namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>How much was looked at.</summary>
public sealed class VerifyChecked
{
    /// <summary>Records, tombstones of erased clips included.</summary>
    public long Records { get; set; }

    /// <summary>Kept files that were read again, <c>.info.json</c> not counted.</summary>
    public long Files { get; set; }

    /// <summary>Their bytes.</summary>
    public long Bytes { get; set; }
}
