using System.Security.Cryptography;

namespace Clipyard.Server.Archive.Provenance.Verifying;

/// <summary>The SHA-256 of the first bytes of an object.</summary>
internal sealed class RunningHash(string @object, DateTimeOffset modifiedAt) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public string Object { get; } = @object;

    public DateTimeOffset ModifiedAt { get; } = modifiedAt;

    public long Bytes { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        Bytes += bytes.Length;
    }

    /// <summary>The whole object's, lower-case hex.</summary>
    public string Complete() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
