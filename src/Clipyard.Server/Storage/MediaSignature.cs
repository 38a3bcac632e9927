using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Clipyard.Server.Storage;

/// <summary>The proof in a media address: this object, until then.</summary>
internal sealed class MediaSignature(ServerPaths paths)
{
    private const string Purpose = "clipyard-media-v1";

    private readonly Lazy<byte[]> _key = new(() => KeyFile.ReadOrCreate(paths.Keys, "media.key"));

    /// <summary>HMAC-SHA256 over purpose, instant and key, URL-safe.</summary>
    public string Sign(string key, long expiresUnixSeconds) =>
        Base64Url.EncodeToString(
            HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes($"{Purpose}\n{expiresUnixSeconds}\n{key}"))
        );

    /// <summary>Whether it is ours. Takes the same time for every wrong one.</summary>
    public bool IsGenuine(string key, long expiresUnixSeconds, string signature) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Sign(key, expiresUnixSeconds)),
            Encoding.ASCII.GetBytes(signature)
        );
}
