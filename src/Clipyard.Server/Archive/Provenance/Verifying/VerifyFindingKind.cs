using System.Text.Json.Serialization;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>What can be wrong with an archive.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VerifyFindingKind>))]
public enum VerifyFindingKind
{
    /// <summary>A file's bytes are not those that were kept.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,

    /// <summary>A file has the bytes of another kept file.</summary>
    [JsonStringEnumMemberName("swapped")]
    Swapped,

    /// <summary>A file is not there.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>A record, or an erasure, was not written with this archive's key.</summary>
    [JsonStringEnumMemberName("forged")]
    Forged,

    /// <summary>A row of the database says something else than its record.</summary>
    [JsonStringEnumMemberName("row_edited")]
    RowEdited,

    /// <summary>Records are missing in the middle or at the end of a chain.</summary>
    [JsonStringEnumMemberName("record_missing")]
    RecordMissing,

    /// <summary>A record, or the chain's head, does not follow from the record before.</summary>
    [JsonStringEnumMemberName("chain_broken")]
    ChainBroken,

    /// <summary>An <c>.info.json</c> is not its record.</summary>
    [JsonStringEnumMemberName("info_changed")]
    InfoChanged,

    /// <summary>An <c>.info.json</c> is not there.</summary>
    [JsonStringEnumMemberName("info_missing")]
    InfoMissing,

    /// <summary>A chain does not hold the head that was exported earlier.</summary>
    [JsonStringEnumMemberName("truncated")]
    Truncated,

    /// <summary>A clip has no record.</summary>
    [JsonStringEnumMemberName("unrecorded")]
    Unrecorded,

    /// <summary>A note, no damage: an object in the store that no row knows.</summary>
    [JsonStringEnumMemberName("orphaned")]
    Orphaned,
}
