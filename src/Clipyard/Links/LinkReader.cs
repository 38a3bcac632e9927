using System.Globalization;
using System.Text;

namespace Clipyard.Links;

/// <summary>Reads what a person pasted, over spans: nothing is allocated but the answer.</summary>
internal static class LinkReader
{
    private const int MaxLength = 4096;

    /// <summary>Shorter numbers are more likely a typing mistake than a post (ids have had 19 digits for years).</summary>
    private const int MinBareDigits = 17;

    private const string SecUidPrefix = "MS4wLjABAAAA";

    public static TikTokLink? Read(string? text)
    {
        var address = text.AsSpan().Trim();
        if (address.Length is 0 or > MaxLength || HoldsForbiddenCharacter(address))
        {
            return null;
        }

        return ReadBareForm(address) ?? ReadAddress(address);
    }

    /// <summary>Older accounts have shorter ones: 43 characters after the prefix were seen, 64 are usual.</summary>
    public static bool IsSecUid(ReadOnlySpan<char> name) =>
        name.Length is >= 44 and <= 76
        && name.StartsWith(SecUidPrefix, StringComparison.Ordinal)
        && LinkPath.IsName(name)
        && !name.Contains('.');

    private static TikTokLink? ReadBareForm(ReadOnlySpan<char> text)
    {
        if (text[0] == '@')
        {
            return LinkPath.IsName(text[1..]) ? new TikTokLink.Profile(text[1..].ToString()) : null;
        }

        if (text.Length is >= MinBareDigits && VideoId.IsId(text))
        {
            return new TikTokLink.Video(VideoId.FromDigits(text));
        }

        var secUid = text.StartsWith("tiktokuser:", StringComparison.OrdinalIgnoreCase)
            ? text["tiktokuser:".Length..]
            : text;
        return IsSecUid(secUid) ? new TikTokLink.Profile(secUid.ToString()) : null;
    }

    private static TikTokLink? ReadAddress(ReadOnlySpan<char> text)
    {
        if (
            !TryDropScheme(text, out var rest, out var hadScheme)
            || !LinkAuthority.TryRead(rest, hadScheme, out var authority)
        )
        {
            return null;
        }

        if (!authority.IsTikTok)
        {
            return new TikTokLink.Foreign(authority.Name);
        }

        // Nobody shares a TikTok address with a user name and password in front; who writes one, plays a trick.
        return authority.HasUserInfo ? null : LinkPath.Read(authority.Host, rest[authority.Length..]);
    }

    private static bool TryDropScheme(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest, out bool hadScheme)
    {
        var end = text.IndexOf("://", StringComparison.Ordinal);
        hadScheme = end >= 0 && !text[..end].ContainsAny('/', '?', '#');
        if (!hadScheme)
        {
            rest = text;
            return true;
        }

        rest = text[(end + 3)..];
        return text[..end].Equals("https", StringComparison.OrdinalIgnoreCase)
            || text[..end].Equals("http", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Blanks, controls and characters that are invisible or turn the reading direction: in an address they only hide
    /// something from the reader.
    /// </summary>
    private static bool HoldsForbiddenCharacter(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange('!', '~'))
        {
            return false;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value <= ' ' || rune == Rune.ReplacementChar || IsInvisible(rune))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;
}
