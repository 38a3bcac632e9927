using System.Security.Cryptography;
using System.Text;
using Clipyard.Server.Storage;

namespace Clipyard.Server.Archive.Provenance;

/// <summary>
/// Vouches for records with a key that lies neither in the database nor in the store: whoever can write to both still
/// cannot make a record up.
/// </summary>
internal sealed class ArchiveKey(ServerPaths paths)
{
    private readonly Lazy<byte[]> _key = new(() => KeyFile.ReadOrCreate(paths.Keys, "archive.key"));

    /// <summary>A record's mac, lower-case hex.</summary>
    public string MacOf(ArchiveRecord record) =>
        Compute($"clipyard-record-v1\n{record.OwnerId:d}\n{record.Chain}\n{record.Seq}\n{record.Prev}\n{record.Hash}");

    /// <summary>A tombstone's second mac, lower-case hex.</summary>
    public string ErasedMacOf(ArchiveRecord record) =>
        Compute(
            $"clipyard-erasure-v1\n{record.Mac}\n{record.ErasedAt?.ToUnixTimeMilliseconds()}\n{record.ErasedReason}"
        );

    /// <summary>Whether a mac is what it should be.</summary>
    public static bool Equal(string expected, string? actual) =>
        actual is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual));

    private string Compute(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(text)));
}
