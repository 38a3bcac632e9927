namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>Whether a record is what the server wrote, looking at nothing but the record.</summary>
internal static class RecordProof
{
    /// <summary>What is wrong, in a sentence; null when nothing is.</summary>
    /// <param name="record">The record.</param>
    /// <param name="key">The archive's key.</param>
    /// <param name="body">What the record says; null for a tombstone and for what is forged.</param>
    public static string? FindFault(ArchiveRecord record, ArchiveKey key, out RecordBody? body)
    {
        body = null;
        if (!ArchiveKey.Equal(key.MacOf(record), record.Mac))
        {
            return "The record's mac was not made with this archive's key.";
        }

        if (record.Body is null)
        {
            return IsErasure(record, key) ? null : "The record's content is gone without an erasure by the server.";
        }

        if (RecordText.HashOf(record.Body) != record.Hash)
        {
            return "The record's content does not have the record's hash.";
        }

        if (record.ErasedAt is not null || RecordText.Read(record.Body) is not { } read || !Fits(record, read))
        {
            return "The record's row does not fit its content.";
        }

        body = read;
        return null;
    }

    private static bool IsErasure(ArchiveRecord record, ArchiveKey key) =>
        record.ErasedAt is not null && ArchiveKey.Equal(key.ErasedMacOf(record), record.ErasedMac);

    private static bool Fits(ArchiveRecord record, RecordBody body) =>
        body.Chain == record.Chain
        && body.Seq == record.Seq
        && body.Prev == record.Prev
        && body.VideoId == record.VideoId
        && body.Generation == record.Generation
        && body.RecordedAt == RecordText.Instant(record.RecordedAt);
}
