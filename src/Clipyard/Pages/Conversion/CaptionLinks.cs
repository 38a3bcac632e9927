using System.Globalization;
using System.Text;
using Clipyard.Pages.Payloads;
using Clipyard.Videos;

namespace Clipyard.Pages.Conversion;

/// <summary>
/// Hashtags and mentions of a caption: as TikTok marks them, or, where it marks nothing at all (search answers), as
/// they stand in the text.
/// </summary>
internal static class CaptionLinks
{
    private const int ZeroWidthJoiner = 0x200D;

    public static IReadOnlyList<Hashtag> Hashtags(string caption, List<TextExtraPayload>? marks)
    {
        if (marks is not { Count: > 0 })
        {
            return FindHashtags(caption);
        }

        var found = new List<Hashtag>();
        foreach (var mark in marks)
        {
            if (mark.UserUniqueId is null or "" && Values.Text(mark.HashtagName) is { } name)
            {
                var (start, end) = PlaceOf(mark, caption);
                found.Add(new Hashtag(name, start, end));
            }
        }

        return InOrder(found, hashtag => hashtag.Start);
    }

    public static IReadOnlyList<Mention> Mentions(string caption, List<TextExtraPayload>? marks)
    {
        if (marks is not { Count: > 0 })
        {
            return FindMentions(caption);
        }

        var found = new List<Mention>();
        foreach (var mark in marks)
        {
            if (Values.Text(mark.UserUniqueId) is { } username)
            {
                var (start, end) = PlaceOf(mark, caption);
                found.Add(new Mention(username, start, end));
            }
        }

        return InOrder(found, mention => mention.Start);
    }

    private static List<T> InOrder<T>(List<T> found, Func<T, int> start) =>
        found.Count < 2 ? found : [.. found.OrderBy(link => start(link) < 0 ? int.MaxValue : start(link))];

    private static (int Start, int End) PlaceOf(TextExtraPayload mark, string caption) =>
        mark is { Start: >= 0 and var start, End: var end } && end > start && end <= caption.Length
            ? ((int)start, (int)end)
            : (-1, -1);

    /// <summary>Hashtags run up to the next blank, sign or <c>#</c>, so they may be glued together; emoji belong to them.</summary>
    private static List<Hashtag> FindHashtags(string caption)
    {
        var found = new List<Hashtag>();
        for (var start = caption.IndexOf('#', StringComparison.Ordinal); start >= 0; )
        {
            var end = start + 1;
            while (end < caption.Length && Rune.TryGetRuneAt(caption, end, out var rune) && IsHashtagRune(rune))
            {
                end += rune.Utf16SequenceLength;
            }

            if (end > start + 1)
            {
                found.Add(new Hashtag(caption[(start + 1)..end], start, end));
            }

            start = caption.IndexOf('#', end);
        }

        return found;
    }

    private static List<Mention> FindMentions(string caption)
    {
        var found = new List<Mention>();
        for (var start = caption.IndexOf('@', StringComparison.Ordinal); start >= 0; )
        {
            var end = start + 1;
            while (end < caption.Length && (char.IsAsciiLetterOrDigit(caption[end]) || caption[end] is '_' or '.'))
            {
                end++;
            }

            // A full stop is the sentence's; and a letter before the sign makes it an e-mail address.
            var name = caption.AsSpan((start + 1)..end).TrimEnd('.');
            if (!name.IsEmpty && (start == 0 || !char.IsLetterOrDigit(caption[start - 1])))
            {
                found.Add(new Mention(name.ToString(), start, start + 1 + name.Length));
            }

            start = caption.IndexOf('@', end);
        }

        return found;
    }

    private static bool IsHashtagRune(Rune rune) =>
        rune.Value is ZeroWidthJoiner
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.ConnectorPunctuation
                or UnicodeCategory.OtherSymbol
                or UnicodeCategory.ModifierSymbol;
}
