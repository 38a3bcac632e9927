using System.Security.Cryptography;
using System.Text;

namespace Clipyard.TikTokApi.OAuth;

/// <summary>
/// Binds an authorization code to who asked for it. TikTok's challenge is the SHA-256 in hexadecimal, not in base64url
/// as RFC 7636 has it.
/// </summary>
public readonly record struct PkceVerifier
{
    private const int RandomBytes = 48;

    private readonly string? _value;

    /// <summary>Takes a verifier that was made earlier.</summary>
    /// <exception cref="ArgumentException">It is not 43 to 128 letters, digits, <c>-</c>, <c>.</c>, <c>_</c> or <c>~</c>.</exception>
    public PkceVerifier(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length is < 43 or > 128 || !value.All(IsUnreserved))
        {
            throw new ArgumentException(
                "A code verifier is 43 to 128 letters, digits, '-', '.', '_' or '~'.",
                nameof(value)
            );
        }

        _value = value;
    }

    /// <summary>The verifier itself. A secret until the code has been exchanged.</summary>
    /// <exception cref="InvalidOperationException">This is <see langword="default"/>, not a verifier.</exception>
    public string Value => _value ?? throw new InvalidOperationException("An uninitialized verifier has no value.");

    /// <summary>What the consent page is given: 64 lower-case hexadecimal digits.</summary>
    public string Challenge => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Value)));

    /// <summary>Makes one that nobody can guess.</summary>
    public static PkceVerifier New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes)));

    /// <summary>Says that there is one, not which.</summary>
    public override string ToString() => _value is null ? "" : "***";

    private static bool IsUnreserved(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~';
}
