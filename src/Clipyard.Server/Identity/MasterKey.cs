using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Identity;

/// <summary>Wraps with <c>CLIPYARD_MASTER_KEY</c>: AES-256-GCM under a key of its own for each text.</summary>
internal sealed class MasterKey(IOptions<ServerOptions> options)
{
    private const int SaltBytes = 32;
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private static readonly byte[] Purpose = "Clipyard data protection keys"u8.ToArray();

    /// <summary>Whether there is one.</summary>
    public bool IsSet => !string.IsNullOrEmpty(options.Value.MasterKey);

    /// <summary>Wraps a text: salt, nonce, tag and cipher, in base64.</summary>
    public string Wrap(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var wrapped = new byte[SaltBytes + NonceBytes + TagBytes + plain.Length];
        var (salt, nonce, tag, cipher) = Parts(wrapped);
        RandomNumberGenerator.Fill(salt.Span);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(Key(salt.Span), TagBytes);
        aes.Encrypt(nonce.Span, plain, cipher.Span, tag.Span);
        return Convert.ToBase64String(wrapped);
    }

    /// <summary>Unwraps it.</summary>
    /// <exception cref="CryptographicException">It was wrapped with another key, or changed.</exception>
    public string Unwrap(string text)
    {
        if (!IsSet)
        {
            throw new CryptographicException("The keys were wrapped with CLIPYARD_MASTER_KEY, which is not set.");
        }

        var wrapped = Convert.FromBase64String(text);
        var (salt, nonce, tag, cipher) = Parts(wrapped);
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(Key(salt.Span), TagBytes);
        aes.Decrypt(nonce.Span, cipher.Span, tag.Span, plain);
        return Encoding.UTF8.GetString(plain);
    }

    private byte[] Key(ReadOnlySpan<byte> salt)
    {
        var key = new byte[KeyBytes];
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Encoding.UTF8.GetBytes(options.Value.MasterKey ?? ""),
            key,
            salt,
            Purpose
        );
        return key;
    }

    private static (Memory<byte> Salt, Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Parts(
        Memory<byte> all
    )
    {
        if (all.Length < SaltBytes + NonceBytes + TagBytes)
        {
            throw new CryptographicException("The wrapped key is too short.");
        }

        return (
            all[..SaltBytes],
            all.Slice(SaltBytes, NonceBytes),
            all.Slice(SaltBytes + NonceBytes, TagBytes),
            all[(SaltBytes + NonceBytes + TagBytes)..]
        );
    }
}
