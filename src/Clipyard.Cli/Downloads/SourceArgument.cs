using Clipyard.Failures;
using Clipyard.Links;

namespace Clipyard.Cli.Downloads;

/// <summary>Reads what people give to <c>get</c> and <c>info</c>: addresses, <c>@names</c>, plain names, ids.</summary>
internal static class SourceArgument
{
    /// <summary>Reads one.</summary>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>, <c>foreign_url</c>, <c>unsupported_url</c>.</exception>
    public static TikTokLink Parse(string text)
    {
        // A plain name may hold dots, so it would pass for a host: sunny.garden.
        var isName = IsUsername(text) && !text.EndsWith("tiktok.com", StringComparison.OrdinalIgnoreCase);
        var known = TikTokLink.TryParse(text, out var link) && link is not TikTokLink.Foreign;
        return !known && isName ? new TikTokLink.Profile(text) : TikTokLink.Parse(text);
    }

    /// <summary>Letters, digits, dots, underscores and dashes, as in <c>docs/tiktok-web.md</c>.</summary>
    private static bool IsUsername(string text) =>
        text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
}
