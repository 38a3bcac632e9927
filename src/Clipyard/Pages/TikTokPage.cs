using Clipyard.Failures;

namespace Clipyard.Pages;

/// <summary>Reads what TikTok's public site serves: watch, profile and embed pages, listings, saved copies of them.</summary>
public static class TikTokPage
{
    /// <summary>Reads one page or API answer. Never throws for what the page holds or lacks.</summary>
    /// <param name="utf8">The whole answer's body: HTML or JSON, UTF-8.</param>
    /// <returns>What it holds, or in <see cref="PageContent.Failure"/> why it holds nothing.</returns>
    public static PageContent Read(ReadOnlySpan<byte> utf8)
    {
        var body = utf8.StartsWith("\uFEFF"u8) ? utf8["\uFEFF"u8.Length..] : utf8;
        body = body.Trim(" \t\r\n"u8);

        return body switch
        {
            [] => new PageContent { Failure = FailureCatalogue.PageIncomplete },
            [(byte)'{' or (byte)'[', ..] => JsonAnswer.Read(body),
            _ => HtmlPage.Read(body),
        };
    }
}
