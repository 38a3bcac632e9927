using Clipyard.Failures;
using Clipyard.Http;
using Clipyard.Links;
using Clipyard.Videos;

namespace Clipyard.Downloads;

/// <summary>Downloads posts: verified, resumable, never half a file under its final name.</summary>
/// <remarks>Thread-safe. Reached through <see cref="ClipyardClient.Downloads"/>.</remarks>
public sealed class DownloadClient
{
    private readonly VideoClient _videos;
    private readonly PostDownloader _posts;
    private readonly ManyRunner _many;
    private readonly StatisticsRecorder _statistics;

    internal DownloadClient(VideoClient videos, PostDownloader posts, ManyRunner many, StatisticsRecorder statistics)
    {
        _videos = videos;
        _posts = posts;
        _many = many;
        _statistics = statistics;
    }

    /// <summary>Downloads one post into a sink.</summary>
    /// <param name="link">A video, photo or short link.</param>
    /// <param name="sink">Where to: a <see cref="FolderSink"/>, or your own.</param>
    /// <param name="options">What of it; null for the defaults.</param>
    /// <param name="progress">Told about ten times a second, and at the end of each file.</param>
    /// <param name="cancellationToken">Stops; a <see cref="FolderSink"/> keeps what it has and resumes next time.</param>
    /// <exception cref="ContentUnavailableException">There is nothing for us.</exception>
    /// <exception cref="ConnectionException">The network failed, or TikTok refuses us.</exception>
    /// <exception cref="ClipyardException">
    /// <c>media_expired</c>, <c>media_incomplete</c>, <c>media_corrupt</c>, <c>quality_unavailable</c>,
    /// <c>storage_full</c>, <c>storage_unavailable</c> and the failures of <see cref="VideoClient.GetAsync"/>.
    /// </exception>
    public Task<DownloadResult> DownloadAsync(
        TikTokLink link,
        IDownloadSink sink,
        DownloadOptions? options = null,
        IProgress<TransferProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(sink);
        return _statistics.MeasureAsync(
            "download",
            async () =>
            {
                var video = await _videos.ReadAsync(link, cancellationToken);
                return await _posts.DownloadAsync(video, sink, options ?? new(), progress, cancellationToken);
            }
        );
    }

    /// <summary>As the other overload, for a post whose metadata is at hand (from a listing, say).</summary>
    public Task<DownloadResult> DownloadAsync(
        VideoInfo video,
        IDownloadSink sink,
        DownloadOptions? options = null,
        IProgress<TransferProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(video);
        ArgumentNullException.ThrowIfNull(sink);
        return _statistics.MeasureAsync(
            "download",
            () => _posts.DownloadAsync(video, sink, options ?? new(), progress, cancellationToken)
        );
    }

    /// <summary>Downloads many posts, several at once; each ends in its own outcome, in the order in which they end.</summary>
    public IAsyncEnumerable<Outcome<DownloadResult>> DownloadManyAsync(
        IEnumerable<TikTokLink> links,
        IDownloadSink sink,
        DownloadOptions? options = null,
        IProgress<TransferProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(sink);
        return _many.RunAsync(
            links,
            (link, token) => DownloadAsync(link, sink, options, progress, token),
            cancellationToken
        );
    }
}
