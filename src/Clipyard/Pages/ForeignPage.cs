using System.Text;
using Clipyard.Failures;
using Clipyard.Links;

namespace Clipyard.Pages;

/// <summary>Tells what a page is that holds no post, no profile and no list.</summary>
internal static class ForeignPage
{
    /// <summary>Block and error pages are small; a long page that merely mentions such words is none.</summary>
    private const int LongestNotice = 16 * 1024;

    /// <summary>Names the failure.</summary>
    /// <param name="page">The page.</param>
    /// <param name="found">What its scripts said, if any held data.</param>
    public static PageContent Judge(ReadOnlySpan<byte> page, PageContent? found)
    {
        if (found is not null && found.Failure != FailureCatalogue.PageChanged)
        {
            return found;
        }

        var failure =
            IsLoginPage(page, found) ? FailureCatalogue.LoginRequired
            : found is not null ? FailureCatalogue.PageChanged
            : WithoutData(page);
        return (found ?? new PageContent()) with { Failure = failure };
    }

    private static Failure WithoutData(ReadOnlySpan<byte> page)
    {
        if (ChallengePage.TryRead(page, out _))
        {
            return FailureCatalogue.BlockedByTikTok;
        }

        if (page.Length <= LongestNotice)
        {
            var text = Encoding.UTF8.GetString(page);
            if (Mentions(text, "overload-protect"))
            {
                return FailureCatalogue.RateLimited;
            }

            if (Mentions(text, "Security Check") || Mentions(text, "Access Denied") || Mentions(text, "SlardarWAF"))
            {
                return FailureCatalogue.BlockedByTikTok;
            }
        }

        return page[0] == '<' && page.LastIndexOf("</html"u8) < 0
            ? FailureCatalogue.PageIncomplete
            : FailureCatalogue.PageChanged;
    }

    private static bool Mentions(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static bool IsLoginPage(ReadOnlySpan<byte> page, PageContent? found)
    {
        if (found?.CanonicalUrl is { } canonical)
        {
            return TikTokLink.TryParse(canonical, out var link)
                && link is TikTokLink.Unsupported
                && link.CanonicalUrl.Contains("tiktok.com/login", StringComparison.OrdinalIgnoreCase);
        }

        var title = page.IndexOf("<title"u8);
        var text = title < 0 ? [] : page[title..Math.Min(page.Length, title + 256)];
        var words = text[(text.IndexOf((byte)'>') + 1)..].TrimStart(" \r\n\t"u8);
        return words.StartsWith("Log in"u8) || words.StartsWith("Login"u8);
    }
}
