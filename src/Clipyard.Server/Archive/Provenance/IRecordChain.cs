using Clipyard.Server.Data;

namespace Clipyard.Server.Archive.Provenance;

/// <summary>Writes the archive's proof: every kept clip is one record in a chain of hashes.</summary>
internal interface IRecordChain
{
    /// <summary>
    /// Adds the record of a clip to the context and moves the chain's head by compare-and-set. To be called inside the
    /// transaction that saves the clip; sets the clip's <see cref="Clip.Chain"/> and <see cref="Clip.RecordSeq"/>.
    /// </summary>
    Task AppendAsync(ClipyardDb db, Clip clip, ProvenanceFacts facts, CancellationToken cancellationToken);

    /// <summary>
    /// Turns a clip's records into tombstones (<c>seq, hash, prev, mac</c>, when and why), inside the transaction that
    /// deletes the clip.
    /// </summary>
    /// <param name="db">The scope's context, with an open transaction.</param>
    /// <param name="clip">The clip that goes.</param>
    /// <param name="reason"><c>deleted</c>, <c>retention</c>.</param>
    /// <param name="cancellationToken">Stops before the write.</param>
    Task EraseAsync(ClipyardDb db, Clip clip, string reason, CancellationToken cancellationToken);

    /// <summary>Drops a student's whole chain, inside the transaction that deletes the student.</summary>
    Task DropAsync(ClipyardDb db, string chain, CancellationToken cancellationToken);

    /// <summary>After the commit: writes the clip's <c>.info.json</c> from its row. A missing one is swept up later.</summary>
    Task WriteInfoAsync(ClipyardDb db, long clipId, CancellationToken cancellationToken);
}
