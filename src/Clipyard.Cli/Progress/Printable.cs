using System.Text;
using Clipyard.Cli.Naming;

namespace Clipyard.Cli.Progress;

/// <summary>Makes what strangers wrote harmless on a terminal: no control characters, so no escape sequences.</summary>
internal static class Printable
{
    /// <summary>On one line.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                line.Append(' ');
            }
            else if (
                !Rune.IsControl(rune) && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))
            )
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().Trim();
    }

    /// <summary>On one line, shortened to a number of characters.</summary>
    public static string Line(string text, int maxCharacters)
    {
        var line = Line(text);
        var cut = FileNames.CutCharacters(line, maxCharacters);
        return cut.Length == line.Length ? line : FileNames.CutCharacters(line, maxCharacters - 1) + "…";
    }
}
