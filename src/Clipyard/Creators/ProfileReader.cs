using System.Net;
using Clipyard.Failures;
using Clipyard.Http;
using Clipyard.Links;
using Clipyard.Pages;
using Microsoft.Extensions.Logging;

namespace Clipyard.Creators;

/// <summary>Reads a creator's profile: the profile page, then the embed page.</summary>
internal sealed partial class ProfileReader(PageFetcher pages, ILogger logger)
{
    public async Task<Creator> ReadAsync(TikTokLink.Profile profile, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadProfilePageAsync(profile, cancellationToken);
        }
        catch (ClipyardException error) when (MayEmbedDoBetter(error))
        {
            LogEmbed(profile.Name, error.Code);
            var content = await ReadEmbedAsync(profile, cancellationToken);
            if (content?.Creator is { } creator && IsOf(profile, creator))
            {
                return creator;
            }

            throw;
        }
    }

    /// <summary>The embed page: rounded counts and about ten newest posts. Null when there is none.</summary>
    public async Task<PageContent?> ReadEmbedAsync(TikTokLink.Profile profile, CancellationToken cancellationToken)
    {
        try
        {
            var uri = new Uri($"https://www.tiktok.com/embed/@{profile.Name}");
            var page = await pages.GetAsync(uri, userAgent: null, cancellationToken);
            return page.Content;
        }
        catch (ClipyardException error)
        {
            LogNoEmbed(profile.Name, error.Code);
            return null;
        }
    }

    private async Task<Creator> ReadProfilePageAsync(TikTokLink.Profile profile, CancellationToken cancellationToken)
    {
        var uri = new Uri(profile.CanonicalUrl);
        var page = await pages.GetAsync(uri, userAgent: null, cancellationToken);
        var content = page.Content;

        if (content.Creator is { } creator)
        {
            return IsOf(profile, creator)
                ? creator
                : throw new ClipyardException(
                    FailureCatalogue.WrongVideo,
                    $"It answered with the profile of {creator.Username}."
                )
                {
                    Address = uri.AbsoluteUri,
                };
        }

        if (page.Status == HttpStatusCode.NotFound)
        {
            throw new ContentUnavailableException(FailureCatalogue.NoSuchUser) { Address = uri.AbsoluteUri };
        }

        throw content.ToException(FailureCatalogue.PageChanged, uri);
    }

    private static bool IsOf(TikTokLink.Profile profile, Creator creator) =>
        profile.IsSecUid
            ? creator.SecUid is null || creator.SecUid.Equals(profile.Name, StringComparison.Ordinal)
            : creator.Username.Equals(profile.Name, StringComparison.OrdinalIgnoreCase);

    private static bool MayEmbedDoBetter(ClipyardException error) =>
        error.Failure == FailureCatalogue.PageChanged
        || error.Failure == FailureCatalogue.PageIncomplete
        || error.Failure == FailureCatalogue.LoginRequired;

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The profile of {Name} is closed to us ({Code}); asking the embed page"
    )]
    private partial void LogEmbed(string name, string code);

    [LoggerMessage(Level = LogLevel.Debug, Message = "No embed page for {Name} either ({Code})")]
    private partial void LogNoEmbed(string name, string code);
}
