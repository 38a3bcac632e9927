using Clipyard.Failures;

namespace Clipyard.Pages;

internal static class PageContentFailures
{
    extension(PageContent content)
    {
        /// <summary>The failure of a page that lacks what it was asked for.</summary>
        /// <param name="otherwise">When the page itself holds something, only not that.</param>
        /// <param name="uri">The page.</param>
        public ClipyardException ToException(Failure otherwise, Uri uri)
        {
            var failure = content.Failure ?? otherwise;
            var address = uri.GetLeftPart(UriPartial.Path);
            var detail = content.StatusCode is { } status and not 0
                ? $"TikTok's status: {status} {content.StatusMessage}".TrimEnd() + "."
                : null;

            if (failure == FailureCatalogue.PageChanged || failure == FailureCatalogue.PageIncomplete)
            {
                return new ClipyardException(failure, detail) { Address = address };
            }

            if (failure == FailureCatalogue.BlockedByTikTok || failure.IsTransient)
            {
                return new ConnectionException(failure, detail) { Address = address };
            }

            return new ContentUnavailableException(failure, detail)
            {
                Address = address,
                StatusCode = content.StatusCode,
                StatusMessage = content.StatusMessage,
            };
        }
    }
}
