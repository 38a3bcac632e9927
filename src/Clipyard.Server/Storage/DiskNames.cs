using System.Globalization;
using System.Text;

namespace Clipyard.Server.Storage;

/// <summary>
/// Turns keys into paths that every file system keeps apart and gives back unchanged, and back again. What a file
/// system may refuse, fold or normalise is written as <c>%XX</c> per byte: capital letters, all beyond ASCII, spaces,
/// a dot at either end, the first letter of a device's name.
/// </summary>
/// <remarks>
/// A name that gets too long goes on in a folder of its own: <c>LEFT%+/%+RIGHT</c>. No other name holds <c>%+</c>.
/// </remarks>
internal static class DiskNames
{
    private const string Cut = "%+";
    private const int LongestName = 200;

    private static readonly HashSet<string> Devices = new(StringComparer.Ordinal)
    {
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
    };

    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>The relative path of a valid key, with <c>/</c> between names.</summary>
    public static string Encode(string key) => string.Join('/', key.Split('/').Select(EncodeName));

    /// <summary>The key of a relative path; null for a file that no key leads to.</summary>
    public static string? Decode(string path)
    {
        if (Unescape(path) is not { } bytes)
        {
            return null;
        }

        return KeyOf(bytes, path);
    }

    /// <summary>What the keys of a file or folder begin with: a folder's with its separator, a cut name's without.</summary>
    public static string KeysBeginWith(string path, bool isFolder)
    {
        var isCut = isFolder && path.EndsWith(Cut, StringComparison.Ordinal);
        var bytes = Unescape(isCut ? path[..^Cut.Length] : path) ?? Encoding.UTF8.GetBytes(path);
        return Encoding.UTF8.GetString(bytes) + (isFolder && !isCut ? "/" : "");
    }

    private static byte[]? Unescape(string path)
    {
        var text = path.Replace($"{Cut}/{Cut}", "", StringComparison.Ordinal);
        var bytes = new List<byte>(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '%')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text[index].ToString()));
            }
            else if (
                index + 2 < text.Length
                && byte.TryParse(text.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, null, out var value)
            )
            {
                bytes.Add(value);
                index += 2;
            }
            else
            {
                return null;
            }
        }

        return [.. bytes];
    }

    private static string? KeyOf(byte[] bytes, string path)
    {
        try
        {
            var key = Strict.GetString(bytes);
            return ObjectKey.IsValid(key) && Encode(key) == path ? key : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Cut between characters, never inside one, so that each part can be read on its own.
    private static string EncodeName(string name)
    {
        var text = new StringBuilder(name.Length);
        var partLength = 0;
        for (var index = 0; index < name.Length; )
        {
            _ = Rune.TryGetRuneAt(name, index, out var rune);
            var isEnd = index == 0 || index + rune.Utf16SequenceLength == name.Length;
            var encoded = EncodeRune(rune, isSpecial: (rune.Value == '.' && isEnd) || (index == 0 && IsDevice(name)));
            if (partLength + encoded.Length > LongestName)
            {
                text.Append(Cut).Append('/').Append(Cut);
                partLength = 0;
            }

            text.Append(encoded);
            partLength += encoded.Length;
            index += rune.Utf16SequenceLength;
        }

        return text.ToString();
    }

    private static string EncodeRune(Rune rune, bool isSpecial) =>
        rune.IsAscii && IsPlain((byte)rune.Value) && !isSpecial
            ? rune.ToString()
            : string.Concat(Encoding.UTF8.GetBytes(rune.ToString()).Select(value => $"%{value:x2}"));

    private static bool IsPlain(byte value) =>
        value is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9')
        || value is (byte)'.' or (byte)'-' or (byte)'_' or (byte)'=' or (byte)'@' or (byte)'$';

    // "nul", "nul.txt" and "com1.mp4" are devices wherever Windows looks at them, in any letter case; capital letters
    // are escaped anyway.
    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0];
        return Devices.Contains(stem)
            || (
                stem.Length == 4
                && char.IsAsciiDigit(stem[3])
                && (
                    stem.StartsWith("com", StringComparison.Ordinal) || stem.StartsWith("lpt", StringComparison.Ordinal)
                )
            );
    }
}
