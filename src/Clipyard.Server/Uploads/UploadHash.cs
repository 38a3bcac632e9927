using System.Security.Cryptography;

namespace Clipyard.Server.Uploads;

/// <summary>What is known of an upload's bytes so far: how many, how they begin, their running SHA-256.</summary>
internal sealed class UploadHash : IDisposable
{
    private const int ReadBytes = 1 << 20;

    private readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _start = new byte[VideoStart.Bytes];

    /// <summary>How many bytes have been taken in.</summary>
    public long Position { get; private set; }

    /// <summary>The first bytes, as far as they are there.</summary>
    public ReadOnlySpan<byte> Start => _start.AsSpan(0, (int)Math.Min(Position, _start.Length));

    /// <summary>Reads what a file holds already, to its end: the state of a hash cannot be kept on disk.</summary>
    public static async Task<UploadHash> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var hash = new UploadHash();
        try
        {
            var buffer = new byte[ReadBytes];
            file.Position = 0;
            while (await file.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                hash.Append(buffer.AsSpan(0, read));
            }

            return hash;
        }
        catch
        {
            hash.Dispose();
            throw;
        }
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (Position < _start.Length)
        {
            bytes[..(int)Math.Min(bytes.Length, _start.Length - Position)].CopyTo(_start.AsSpan((int)Position));
        }

        _sha256.AppendData(bytes);
        Position += bytes.Length;
    }

    /// <summary>SHA-256 of all of it, hex.</summary>
    public string Current() => Convert.ToHexStringLower(_sha256.GetCurrentHash());

    public void Dispose() => _sha256.Dispose();
}
