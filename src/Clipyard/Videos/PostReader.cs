using System.Net;
using Clipyard.Failures;
using Clipyard.Http;
using Clipyard.Links;
using Clipyard.Pages;
using Clipyard.YtDlp;
using Microsoft.Extensions.Logging;

namespace Clipyard.Videos;

/// <summary>Reads one post from TikTok's site: desktop page, then mobile page, then embed page, then yt-dlp if allowed.</summary>
internal sealed partial class PostReader(PageFetcher pages, YtDlpEngine ytDlp, ClipyardOptions options, ILogger logger)
{
    /// <summary>Reads a post.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="username">Whose, if known; TikTok ignores it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<VideoInfo> ReadAsync(VideoId id, string? username, CancellationToken cancellationToken)
    {
        if (options.Engine == ExtractionEngine.YtDlp)
        {
            return await ytDlp.ReadAsync(id, username, cancellationToken);
        }

        try
        {
            return await ReadFromSiteAsync(id, username, cancellationToken);
        }
        catch (ClipyardException error) when (options.Engine == ExtractionEngine.Auto && MayYtDlpDoBetter(error))
        {
            LogYtDlp(id.Value, error.Code);
            return await ytDlp.ReadAsync(id, username, cancellationToken);
        }
    }

    private async Task<VideoInfo> ReadFromSiteAsync(VideoId id, string? username, CancellationToken cancellationToken)
    {
        // "i" stands for anybody: TikTok ignores the user part. Photo posts, too, are asked for as videos, since the
        // desktop page of a photo address holds no post.
        var watch = new Uri($"https://www.tiktok.com/@{username ?? "i"}/video/{id}");
        var embed = new Uri($"https://www.tiktok.com/embed/v2/{id}");
        ReadOnlySpan<(Uri Uri, string? UserAgent)> sources = [(watch, null), (watch, UserAgents.Mobile), (embed, null)];

        ClipyardException? noPost = null;
        foreach (var (uri, userAgent) in sources.ToArray())
        {
            try
            {
                return await ReadSourceAsync(id, uri, userAgent, cancellationToken);
            }
            catch (ClipyardException error) when (HoldsNoPost(error))
            {
                LogNextSource(uri.AbsolutePath, error.Code);
                noPost ??= error;
            }
        }

        throw noPost!;
    }

    private async Task<VideoInfo> ReadSourceAsync(
        VideoId id,
        Uri uri,
        string? userAgent,
        CancellationToken cancellationToken
    )
    {
        var page = await pages.GetAsync(uri, userAgent, cancellationToken);
        var content = page.Content;

        if (content.Video is { } video)
        {
            return video.Id == id
                ? video with
                {
                    Session = page.Session,
                }
                : throw new ClipyardException(FailureCatalogue.WrongVideo, $"It answered with {video.Id}.")
                {
                    Address = uri.AbsoluteUri,
                };
        }

        if (page.Status == HttpStatusCode.NotFound)
        {
            throw new ContentUnavailableException(FailureCatalogue.VideoRemoved) { Address = uri.AbsoluteUri };
        }

        throw content.ToException(FailureCatalogue.PageChanged, uri);
    }

    private static bool HoldsNoPost(ClipyardException error) =>
        error.Failure == FailureCatalogue.PageChanged || error.Failure == FailureCatalogue.PageIncomplete;

    private static bool MayYtDlpDoBetter(ClipyardException error) =>
        HoldsNoPost(error) || error is ConnectionException || error.Failure == FailureCatalogue.WrongVideo;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Path} holds no post ({Code}); asking the next source")]
    private partial void LogNextSource(string path, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "Asking yt-dlp for {Id}, after {Code}")]
    private partial void LogYtDlp(string id, string code);
}
