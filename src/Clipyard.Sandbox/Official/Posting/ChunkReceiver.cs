using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary>
/// Writes an upload's bytes to its file as they arrive and hashes them on the way. A chunk that breaks off leaves no
/// trace: the hash goes back to where it was, the bytes are overwritten by the next try.
/// </summary>
internal sealed class ChunkReceiver(string path) : IDisposable
{
    private IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public string Path => path;

    /// <summary>The hash of everything accepted so far.</summary>
    public string Sha256 => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Takes one chunk.</summary>
    /// <returns>Whether all of it came.</returns>
    /// <exception cref="IOException">The connection broke.</exception>
    public async Task<bool> TakeAsync(PipeReader body, long offset, long length, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        var hash = _hash.Clone();
        var left = length;
        try
        {
            while (left > 0)
            {
                var read = await body.ReadAsync(cancellationToken);
                var bytes = read.Buffer.Length > left ? read.Buffer.Slice(0, left) : read.Buffer;
                Write(file, hash, bytes, offset + length - left);
                left -= bytes.Length;
                body.AdvanceTo(bytes.End);
                if (read.IsCompleted && left > 0)
                {
                    return false;
                }
            }

            (_hash, hash) = (hash, _hash);
            return true;
        }
        finally
        {
            hash.Dispose();
        }
    }

    public void Dispose() => _hash.Dispose();

    private static void Write(
        Microsoft.Win32.SafeHandles.SafeFileHandle file,
        IncrementalHash hash,
        ReadOnlySequence<byte> bytes,
        long offset
    )
    {
        var pieces = new List<ReadOnlyMemory<byte>>();
        foreach (var piece in bytes)
        {
            hash.AppendData(piece.Span);
            pieces.Add(piece);
        }

        RandomAccess.Write(file, pieces, offset);
    }
}
