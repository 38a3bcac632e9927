using Clipyard.Server.Data;

namespace Clipyard.Server.Archive;

/// <summary>A link of the chain: what was kept, from where, and the hash of the record before. Only ever added.</summary>
internal sealed class ArchiveRecord : IOwned
{
    public long Id { get; set; }

    public Guid OwnerId { get; set; }

    /// <summary>The chain's <see cref="ArchiveChain.Name"/>.</summary>
    public required string Chain { get; set; }

    /// <summary>From 1, without gaps.</summary>
    public long Seq { get; set; }

    /// <summary>The post; null once erased.</summary>
    public string? VideoId { get; set; }

    public int Generation { get; set; }

    /// <summary>The record's canonical bytes, as hashed; null once erased.</summary>
    public byte[]? Body { get; set; }

    /// <summary>SHA-256 of <see cref="Body"/> (which holds a salt), lower-case hex.</summary>
    public required string Hash { get; set; }

    /// <summary>The hash of the record before; empty for the first.</summary>
    public required string Prev { get; set; }

    /// <summary>HMAC-SHA256 with the archive key over owner, chain, seq, prev and hash, lower-case hex.</summary>
    public required string Mac { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>When its clip was erased; null: it was not.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>Why: <c>deleted</c>, <c>retention</c>.</summary>
    public string? ErasedReason { get; set; }

    /// <summary>HMAC over <see cref="Mac"/>, time and reason: an erasure cannot be made up to hide a loss.</summary>
    public string? ErasedMac { get; set; }
}
