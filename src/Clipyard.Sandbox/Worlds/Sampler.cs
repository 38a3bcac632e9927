using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Clipyard.Sandbox.Worlds;

/// <summary>Made-up values that depend on nothing but the seed and a name.</summary>
internal sealed class Sampler(int seed)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public byte[] Bytes(string name) => SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{name}"));

    public string Hex(string name, int characters = 32) => Convert.ToHexStringLower(Bytes(name))[..characters];

    /// <summary>A number from <paramref name="low"/> (inclusive) to <paramref name="high"/> (exclusive).</summary>
    public long Number(string name, long low, long high) =>
        low + (long)(BinaryPrimitives.ReadUInt64LittleEndian(Bytes(name)) % (ulong)(high - low));

    /// <summary>A file name as TikTok's storage gives them: an o, then letters and digits.</summary>
    public string Token(string name)
    {
        var bytes = Bytes(name);
        return string.Create(
            30,
            bytes,
            static (span, hash) =>
            {
                span[0] = 'o';
                for (var i = 1; i < span.Length; i++)
                {
                    span[i] = Letters[hash[i] % Letters.Length];
                }
            }
        );
    }
}
