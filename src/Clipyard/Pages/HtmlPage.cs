using Clipyard.Failures;
using Clipyard.Pages.Scripts;

namespace Clipyard.Pages;

/// <summary>Reads an HTML page: whichever of its scripts holds a post, a profile or a list.</summary>
internal static class HtmlPage
{
    public static PageContent Read(ReadOnlySpan<byte> page)
    {
        PageContent? failed = null;
        var tags = new ScriptTags(page);
        while (tags.MoveNext())
        {
            if (DataScript.Read(tags.Id, tags.Content) is not { } content)
            {
                continue;
            }

            if (content.Failure is null)
            {
                return content.CanonicalUrl is null ? content with { CanonicalUrl = failed?.CanonicalUrl } : content;
            }

            failed = Graver(failed, tags.IsClosed ? content : Cut(content));
        }

        return ForeignPage.Judge(page, failed);
    }

    /// <summary>What TikTok says outweighs that we found nothing.</summary>
    private static PageContent Graver(PageContent? earlier, PageContent later) =>
        earlier is null || (IsVague(earlier) && !IsVague(later))
            ? later with
            {
                CanonicalUrl = later.CanonicalUrl ?? earlier?.CanonicalUrl,
            }
            : earlier;

    private static bool IsVague(PageContent content) => content.Failure == FailureCatalogue.PageChanged;

    private static PageContent Cut(PageContent content) =>
        IsVague(content) ? content with { Failure = FailureCatalogue.PageIncomplete } : content;
}
