using System.Text.Json.Serialization;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>What can be wrong with an archive.</summary>
[JsonConverter(typeof(VerifyFindingKindConverter))]
public enum VerifyFindingKind
{
    /// <summary>A file's bytes are not those that were kept.</summary>
    Changed,

    /// <summary>A file has the bytes of another kept file.</summary>
    Swapped,

    /// <summary>A file is not there.</summary>
    Missing,

    /// <summary>A record, or an erasure, was not written with this archive's key.</summary>
    Forged,

    /// <summary>A row of the database says something else than its record.</summary>
    RowEdited,

    /// <summary>Records are missing in the middle or at the end of a chain.</summary>
    RecordMissing,

    /// <summary>A record, or the chain's head, does not follow from the record before.</summary>
    ChainBroken,

    /// <summary>An <c>.info.json</c> is not its record.</summary>
    InfoChanged,

    /// <summary>An <c>.info.json</c> is not there.</summary>
    InfoMissing,

    /// <summary>A chain does not hold the head that was exported earlier.</summary>
    Truncated,

    /// <summary>A clip has no record.</summary>
    Unrecorded,

    /// <summary>A note, no damage: an object in the store that no row knows.</summary>
    Orphaned,
}
