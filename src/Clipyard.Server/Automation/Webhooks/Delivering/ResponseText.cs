using System.Text;
using Clipyard.Server.Network;

namespace Clipyard.Server.Automation.Webhooks.Delivering;

/// <summary>
/// What of a receiver's answer is kept for people: its beginning, if it is text. Nothing of one inside: whoever may have it
/// called may not for that reason read it.
/// </summary>
internal static class ResponseText
{
    private const int MostBytes = 1_024;

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <returns>Null when there is nothing to be read.</returns>
    public static string? Of(CallAnswer answer)
    {
        if (answer.IsTrusted)
        {
            return null;
        }

        var bytes = answer.Beginning.Span;
        bytes = bytes[..Math.Min(bytes.Length, MostBytes)];
        if (bytes.IsEmpty || Read(bytes) is not { } text)
        {
            return null;
        }

        return text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')) ? null : text;
    }

    // The cut may go through a character: up to three bytes of it are left out.
    private static string? Read(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 0; cut < 4 && cut < bytes.Length; cut++)
        {
            try
            {
                return Strict.GetString(bytes[..^cut]);
            }
            catch (DecoderFallbackException)
            {
                // Perhaps without its last byte.
            }
        }

        return null;
    }
}
