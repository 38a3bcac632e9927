using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Clipyard.TikTokApi.Json;

/// <summary>
/// Makes text of JSON strings whatever they hold. The reader's own <see cref="Utf8JsonReader.GetString"/> throws at half
/// a surrogate pair, which captions cut by TikTok do end in.
/// </summary>
internal static class LenientText
{
    private const int StackChars = 512;

    /// <summary>The text of the string, number or property name that the reader stands on.</summary>
    public static string Read(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Unescape(reader.ValueSpan) : Encoding.UTF8.GetString(reader.ValueSpan);

    // The reader has checked that every escape is well-formed; only what \u stands for may be nonsense.
    private static string Unescape(ReadOnlySpan<byte> escaped)
    {
        char[]? rented = null;
        var buffer =
            escaped.Length <= StackChars
                ? stackalloc char[StackChars]
                : rented = ArrayPool<char>.Shared.Rent(escaped.Length);
        var length = 0;

        while (!escaped.IsEmpty)
        {
            var mark = escaped.IndexOf((byte)'\\');
            var plain = mark < 0 ? escaped : escaped[..mark];
            length += Encoding.UTF8.GetChars(plain, buffer[length..]);
            escaped = escaped[plain.Length..];
            if (!escaped.IsEmpty)
            {
                buffer[length++] = ReadEscape(escaped, out var taken);
                escaped = escaped[taken..];
            }
        }

        var text = new string(Mend(buffer[..length]));
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return text;
    }

    private static char ReadEscape(ReadOnlySpan<byte> escape, out int taken)
    {
        if (escape[1] != 'u')
        {
            taken = 2;
            return escape[1] switch
            {
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                var other => (char)other,
            };
        }

        taken = 6;
        return (char)ushort.Parse(escape[2..6], NumberStyles.AllowHexSpecifier);
    }

    /// <summary>Half a pair becomes U+FFFD, one unit for one unit, so that lengths stay right.</summary>
    private static Span<char> Mend(Span<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else
            {
                text[i] = '\uFFFD';
            }
        }

        return text;
    }
}
