using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Clipyard.Pages;

/// <summary>
/// TikTok's "Please wait..." page: instead of an answer a small counting puzzle, whose solution goes into a cookie
/// (docs/tiktok-web.md, "The challenge page").
/// </summary>
internal sealed class ChallengePage
{
    /// <summary>They have about 1,300 bytes; whatever is much longer is another page.</summary>
    private const int LongestPage = 64 * 1024;

    private readonly string _cookieName;
    private readonly string _puzzle;
    private readonly string _secondCookieName;
    private readonly string _secondCookieValue;

    private ChallengePage(string cookieName, string puzzle, string secondCookieName, string secondCookieValue)
    {
        _cookieName = cookieName;
        _puzzle = puzzle;
        _secondCookieName = secondCookieName;
        _secondCookieValue = secondCookieValue;
    }

    /// <summary>Recognises the page by the elements that carry the puzzle.</summary>
    public static bool TryRead(ReadOnlySpan<byte> page, [NotNullWhen(true)] out ChallengePage? challenge)
    {
        challenge = null;
        if (page.Length > LongestPage)
        {
            return false;
        }

        var cookieName = ClassOf(page, "wci"u8);
        var puzzle = ClassOf(page, "cs"u8);
        if (!IsCookieText(cookieName) || puzzle.Length is 0)
        {
            return false;
        }

        challenge = new ChallengePage(cookieName, puzzle, ClassOf(page, "rci"u8), ClassOf(page, "rs"u8));
        return true;
    }

    /// <summary>Counts until the puzzle is solved: at most a million hashes, well under a second.</summary>
    /// <returns>The cookies; null when the puzzle is malformed or has no solution within the limit.</returns>
    public ChallengeAnswer? Solve(CancellationToken cancellationToken)
    {
        if (ChallengePuzzle.Read(_puzzle) is not { } puzzle || puzzle.Solve(cancellationToken) is not { } solution)
        {
            return null;
        }

        var hasSecond = IsCookieText(_secondCookieName) && IsCookieText(_secondCookieValue);
        return new ChallengeAnswer(_cookieName, puzzle.Answer(solution))
        {
            SecondCookieName = hasSecond ? _secondCookieName : null,
            SecondCookieValue = hasSecond ? _secondCookieValue : null,
        };
    }

    // The values stand in class attributes: <p id="cs" class="eyJ2Ijp7...">.
    private static string ClassOf(ReadOnlySpan<byte> page, ReadOnlySpan<byte> id)
    {
        for (var at = page.IndexOf("id=\""u8); at >= 0; at = page.IndexOf("id=\""u8))
        {
            page = page[(at + "id=\""u8.Length)..];
            if (page.StartsWith(id) && page[id.Length..] is [(byte)'"', ..])
            {
                return ClassIn(page[..EndOf(page, (byte)'>')]);
            }
        }

        return "";
    }

    private static string ClassIn(ReadOnlySpan<byte> tag)
    {
        var start = tag.IndexOf("class=\""u8);
        var value = start < 0 ? [] : tag[(start + "class=\""u8.Length)..];
        return Encoding.ASCII.GetString(value[..EndOf(value, (byte)'"')]);
    }

    private static int EndOf(ReadOnlySpan<byte> text, byte mark) =>
        text.IndexOf(mark) is >= 0 and var at ? at : text.Length;

    // What comes from a page goes into a header, so it must not be able to end there what it belongs to.
    private static bool IsCookieText(string text) =>
        text.Length > 0 && text.All(character => character is > ' ' and <= '~' and not (';' or ',' or '"' or '\\'));
}
