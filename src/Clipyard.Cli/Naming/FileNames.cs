using System.Buffers;
using System.Globalization;
using System.Text;

namespace Clipyard.Cli.Naming;

/// <summary>
/// Names that every file system takes, made from texts that strangers wrote: Windows is the strictest about
/// characters and names, Linux about length (255 bytes a component).
/// </summary>
internal static class FileNames
{
    /// <summary>What Linux allows a component; Windows and macOS allow 255 UTF-16 units, which is never less.</summary>
    public const int MaxComponentBytes = 255;

    private static readonly SearchValues<char> Reserved = SearchValues.Create("<>:\"/\\|?*");

    /// <summary>Makes text harmless inside a component: no separators, nothing reserved, invisible or misleading.</summary>
    public static string Value(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(safe, rune);
        }

        return safe.ToString();
    }

    /// <summary>Makes a whole component safe: its ends, and the names that are devices on Windows.</summary>
    public static string Component(string text)
    {
        var name = Value(text).TrimStart(' ').TrimEnd('.', ' ');
        if (name.Length == 0)
        {
            return "_";
        }

        // A leading dot hides the file, a leading dash makes it an option of the next program.
        return name[0] is '.' or '-' || IsDevice(name) ? "_" + name : name;
    }

    /// <summary>Shortens text to a number of UTF-8 bytes, never in the middle of what a person sees as one character.</summary>
    public static string Cut(string text, int maxBytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= maxBytes)
        {
            return text;
        }

        var length = 0;
        for (var bytes = 0; length < text.Length; )
        {
            var next = StringInfo.GetNextTextElementLength(text, length);
            bytes += Encoding.UTF8.GetByteCount(text.AsSpan(length, next));
            if (bytes > maxBytes)
            {
                break;
            }

            length += next;
        }

        return text[..length].TrimEnd();
    }

    /// <summary>Shortens text to a number of characters as a person counts them.</summary>
    public static string CutCharacters(string text, int maxCharacters)
    {
        var length = 0;
        for (var characters = 0; length < text.Length && characters < maxCharacters; characters++)
        {
            length += StringInfo.GetNextTextElementLength(text, length);
        }

        return length == text.Length ? text : text[..length].TrimEnd();
    }

    private static void Append(StringBuilder safe, Rune rune)
    {
        if (rune == Rune.ReplacementChar || (rune.IsBmp && Reserved.Contains((char)rune.Value)))
        {
            safe.Append('_');
        }
        else if (Rune.IsWhiteSpace(rune))
        {
            if (safe.Length == 0 || safe[^1] != ' ')
            {
                safe.Append(' ');
            }
        }
        else if (!Rune.IsControl(rune) && !IsInvisible(rune.Value))
        {
            safe.Append(rune.ToString());
        }
    }

    /// <summary>
    /// Marks that turn the reading direction or take no room. The joiners U+200C and U+200D stay: emoji and several
    /// scripts are made of them.
    /// </summary>
    private static bool IsInvisible(int rune) =>
        rune
            is 0x00AD
                or 0x061C
                or 0x180E
                or 0x200B
                or 0x200E
                or 0x200F
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or 0xFEFF
                or (>= 0xFFF9 and <= 0xFFFB);

    /// <summary>Windows' device names, which no extension makes harmless: <c>nul.mp4</c> is still the device.</summary>
    private static bool IsDevice(string name)
    {
        var stem = name.AsSpan(0, name.IndexOf('.') is var dot and >= 0 ? dot : name.Length).TrimEnd(' ');
        return stem.Length switch
        {
            3 => Is(stem, "CON") || Is(stem, "PRN") || Is(stem, "AUX") || Is(stem, "NUL"),
            4 => (Is(stem[..3], "COM") || Is(stem[..3], "LPT"))
                && (char.IsAsciiDigit(stem[3]) || stem[3] is '¹' or '²' or '³'),
            6 => Is(stem, "CONIN$"),
            7 => Is(stem, "CONOUT$"),
            _ => false,
        };
    }

    private static bool Is(ReadOnlySpan<char> text, string name) =>
        text.Equals(name, StringComparison.OrdinalIgnoreCase);
}
