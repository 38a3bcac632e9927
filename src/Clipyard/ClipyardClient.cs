using Clipyard.Creators;
using Clipyard.Downloads;
using Clipyard.Failures;
using Clipyard.Http;
using Clipyard.Links;
using Clipyard.Videos;
using Clipyard.YtDlp;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Clipyard;

/// <summary>The door to TikTok's public site: one for the whole process, since it holds the politeness and the cookies.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class ClipyardClient : IDisposable
{
    private readonly StatisticsRecorder _statistics;
    private readonly MetadataCache _cache;
    private readonly TikTokHttp _http;

    /// <summary>Makes a client. Nothing is asked from the network yet.</summary>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <param name="loggerFactory">Where it logs; null for nowhere. No secret is ever logged.</param>
    /// <param name="timeProvider">Its clock; null for the system's.</param>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: an option is out of range, or the cookies file cannot be read.</exception>
    public ClipyardClient(
        ClipyardOptions? options = null,
        ILoggerFactory? loggerFactory = null,
        TimeProvider? timeProvider = null
    )
    {
        var chosen = options ?? new ClipyardOptions();
        OptionsCheck.ThrowIfInvalid(chosen);

        var time = timeProvider ?? TimeProvider.System;
        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger("Clipyard");
        var cookies = chosen.CookiesFile is { } file ? CookieFile.Read(file, time.GetUtcNow(), logger) : [];

        _statistics = new StatisticsRecorder(time);
        _cache = new MetadataCache(chosen, _statistics, time);
        var pacer = new RequestPacer(chosen, time, logger);
        var sessions = new SessionPool(chosen, cookies, time);
        _http = new TikTokHttp(chosen, pacer, _statistics, time);
        var pages = new PageFetcher(_http, sessions, pacer, chosen, _statistics, time, logger);

        var posts = new PostReader(pages, new YtDlpEngine(chosen, sessions, time), chosen, logger);
        var profiles = new ProfileReader(pages, logger);
        var many = new ManyRunner(chosen);
        Videos = new VideoClient(posts, new ShortLinkResolver(pages, _cache), _cache, many, _statistics);
        Creators = new CreatorClient(
            profiles,
            new PostListing(pages, profiles, posts, _statistics, time, logger),
            _cache,
            _statistics
        );

        var transfer = new MediaTransfer(_http, chosen, _statistics, time, logger);
        var downloader = new PostDownloader(new PartDownloader(transfer), Videos, time, logger);
        Downloads = new DownloadClient(Videos, downloader, many, _statistics);
    }

    /// <summary>What this version can do.</summary>
    public static ClipyardCapabilities Capabilities { get; } =
        new()
        {
            LinkKinds = ["video", "photo", "short_link", "profile"],
            Qualities = [.. Enum.GetNames<QualityChoice>().Select(name => name.ToLowerInvariant())],
            Containers = ["mp4", "mov"],
            Audio = ["m4a", "mp3"],
            Photos = ["jpg", "webp", "png", "avif", "heic"],
            Subtitles = ["webvtt", "srt", "creator_caption"],
            Engines = ["native", "yt-dlp", "auto"],
        };

    /// <summary>Posts.</summary>
    public VideoClient Videos { get; }

    /// <summary>Creators and their lists.</summary>
    public CreatorClient Creators { get; }

    /// <summary>Downloads.</summary>
    public DownloadClient Downloads { get; }

    /// <summary>What was done so far.</summary>
    public ClipyardStatistics GetStatistics() => _statistics.Snapshot();

    /// <summary>Closes the connections. What is under way fails.</summary>
    public void Dispose()
    {
        _http.Dispose();
        _cache.Dispose();
    }
}
