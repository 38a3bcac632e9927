using System.Globalization;
using System.Text;
using System.Xml;

namespace Clipyard.Server.Automation.Feeds;

/// <summary>Captions as they may stand in XML.</summary>
internal static class FeedText
{
    private const int LongestTitle = 100;

    /// <summary>The text without what XML cannot hold: control characters, halves of pairs, U+FFFE and U+FFFF.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                clean.Append(text, i++, 2);
            }
        }

        return clean.ToString();
    }

    /// <summary>The first line that says something, cut between characters as people see them; null when none does.</summary>
    public static string? TitleOf(string caption)
    {
        var line = Clean(caption)
            .Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault();
        if (line is null || line.Length <= LongestTitle)
        {
            return line;
        }

        const int room = LongestTitle - 1;
        var starts = StringInfo.ParseCombiningCharacters(line);
        return line[..starts.Last(start => start <= room)].TrimEnd() + "\u2026";
    }
}
