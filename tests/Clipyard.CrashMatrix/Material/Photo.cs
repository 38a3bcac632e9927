using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Clipyard.CrashMatrix.Material;

/// <summary>A JPEG that exists once: the sandbox's photo with a comment.</summary>
internal sealed record Photo(string Name)
{
    private const int Marker = 2;

    private static readonly byte[] Base = Sandbox.Media.SandboxClips.Bytes(Sandbox.Media.SandboxClips.Photo);

    public byte[] ToBytes()
    {
        var text = Encoding.UTF8.GetBytes(Name);
        var comment = new byte[4 + text.Length];
        (comment[0], comment[1]) = (0xFF, 0xFE);
        BinaryPrimitives.WriteUInt16BigEndian(comment.AsSpan(2), (ushort)(text.Length + 2));
        text.CopyTo(comment, 4);
        return [.. Base.AsSpan(0, Marker), .. comment, .. Base.AsSpan(Marker)];
    }

    /// <summary>Hex, lower case.</summary>
    public string Sha256() => Convert.ToHexStringLower(SHA256.HashData(ToBytes()));
}
