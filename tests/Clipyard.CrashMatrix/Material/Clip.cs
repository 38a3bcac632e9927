using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Clipyard.CrashMatrix.Material;

/// <summary>A playable MP4 that exists once: the sandbox's clip and a <c>free</c> box with its name, as large as asked for.</summary>
internal sealed record Clip(string Name, long Bytes)
{
    private const int BoxHeader = 8;
    private const int Block = 1_000_000;

    private static readonly byte[] Base = Sandbox.Media.SandboxClips.Bytes(Sandbox.Media.SandboxClips.Plain);
    private static readonly byte[] Zeros = new byte[Block];

    /// <summary>One that goes up whole.</summary>
    public static Clip Small(string name) => new(name, Base.Length + BoxHeader + 64);

    /// <summary>One that is just too large for a single chunk.</summary>
    public static Clip Large(string name) => new(name, 64_000_100);

    /// <summary>Hex, lower case.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in Pieces())
        {
            hash.AppendData(piece.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public async Task WriteAsync(Stream to, CancellationToken cancellationToken)
    {
        foreach (var piece in Pieces())
        {
            await to.WriteAsync(piece, cancellationToken);
        }
    }

    private IEnumerable<ReadOnlyMemory<byte>> Pieces()
    {
        var box = new byte[BoxHeader];
        BinaryPrimitives.WriteUInt32BigEndian(box, (uint)(Bytes - Base.Length));
        "free"u8.CopyTo(box.AsSpan(4));
        var name = Encoding.UTF8.GetBytes(Name);
        yield return Base;
        yield return box;
        yield return name;
        for (var left = Bytes - Base.Length - BoxHeader - name.Length; left > 0; left -= Block)
        {
            yield return Zeros.AsMemory(0, (int)Math.Min(left, Block));
        }
    }
}
