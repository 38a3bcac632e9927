using System.Security.Cryptography;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Sandbox.Hosting;

/// <summary>The <c>tt_chain_token</c> cookie: 24 base64 characters that only this sandbox can have made.</summary>
internal sealed class ChainToken(Sampler sampler)
{
    public const string Name = "tt_chain_token";
    private const int Half = 8;

    private readonly byte[] _key = sampler.Bytes("chain-key");
    private long _issued;

    public string Issue()
    {
        var bytes = new byte[2 * Half];
        BitConverter.TryWriteBytes(bytes, Interlocked.Increment(ref _issued));
        Mark(bytes.AsSpan(0, Half)).CopyTo(bytes, Half);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>Whether we issued it. Clients send it back with or without the quotes it came in.</summary>
    public bool IsValid(string? cookie)
    {
        var bytes = new byte[2 * Half];
        return cookie is not null
            && Convert.TryFromBase64String(cookie.Trim('"'), bytes, out var length)
            && length == bytes.Length
            && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(Half), Mark(bytes.AsSpan(0, Half)));
    }

    private byte[] Mark(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(_key, bytes)[..Half];
}
