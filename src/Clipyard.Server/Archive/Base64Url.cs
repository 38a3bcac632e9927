using System.Diagnostics.CodeAnalysis;
using System.Text;
using Encoding64 = System.Buffers.Text.Base64Url;

namespace Clipyard.Server.Archive;

/// <summary>Text as it may stand in an address.</summary>
internal static class Base64Url
{
    private const int LongestText = 1024;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    public static string Encode(string text) => Encoding64.EncodeToString(Encoding.UTF8.GetBytes(text));

    public static bool TryDecode(string encoded, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (encoded.Length > LongestText || !Encoding64.IsValid(encoded))
        {
            return false;
        }

        try
        {
            text = Strict.GetString(Encoding64.DecodeFromChars(encoded));
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
