using Clipyard.Failures;
using Clipyard.Links;
using Clipyard.Videos;
using Microsoft.Extensions.Logging;

namespace Clipyard.Downloads;

/// <summary>Downloads one post whose metadata is known: chooses, falls back, refreshes lapsed addresses.</summary>
internal sealed partial class PostDownloader(
    PartDownloader parts,
    VideoClient videos,
    TimeProvider time,
    ILogger logger
)
{
    private readonly OneAtATime<VideoId> _posts = new();

    public async Task<DownloadResult> DownloadAsync(
        VideoInfo video,
        IDownloadSink sink,
        DownloadOptions options,
        IProgress<TransferProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var started = time.GetTimestamp();
        var target = new DownloadTarget(sink, options, progress);

        // The same post twice in a batch: the second one finds the first one's files.
        var result = await _posts.RunAsync(
            video.Id,
            () => DownloadAloneAsync(video, target, cancellationToken),
            cancellationToken
        );
        return result with { Elapsed = time.GetElapsedTime(started) };
    }

    private async Task<DownloadResult> DownloadAloneAsync(
        VideoInfo video,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        Task<VideoInfo> RefreshAsync(VideoInfo stale)
        {
            LogRefresh(stale.Id);
            return videos.RefreshAsync(stale.Id, stale.Author?.Username, cancellationToken);
        }

        // Without its visit's cookies the media stays closed: read from a file, or kept by the caller.
        var current = video.Session is null ? await RefreshAsync(video) : video;
        var post = new FreshPost(current, RefreshAsync);

        var result = (current.Kind, target.Options.Quality) switch
        {
            (PostKind.Photo, QualityChoice.Audio) => await DownloadSoundAsync(post, target, cancellationToken),
            (PostKind.Photo, _) => await DownloadPhotosAsync(post, target, cancellationToken),
            _ => await DownloadVideoAsync(post, target, cancellationToken),
        };

        var (extras, missing) = await DownloadExtrasAsync(post, target, cancellationToken);
        return result with { Files = [.. result.Files, .. extras], Missing = missing };
    }

    private async Task<DownloadResult> DownloadVideoAsync(
        FreshPost post,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        var isAudio = target.Options.Quality == QualityChoice.Audio;
        var part = isAudio
            ? new MediaPart(post.Current, MediaPartKind.Audio, 1, "m4a")
            : new MediaPart(post.Current, MediaPartKind.Video, 1, "mp4");
        if (await PartDownloader.FindAsync(part, target, cancellationToken) is { } known)
        {
            return Result(post, [known]);
        }

        var (candidates, fitting) = RenditionChooser.Order(post.Current.Renditions, target.Options.Quality);
        if (candidates.Count == 0)
        {
            throw Unavailable(post, "The post lists no playable rendition.");
        }

        return await DownloadFirstThatWorksAsync(post, part, candidates, fitting, target, cancellationToken);
    }

    private async Task<DownloadResult> DownloadFirstThatWorksAsync(
        FreshPost post,
        MediaPart part,
        IReadOnlyList<Rendition> candidates,
        int fitting,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        var failures = new List<ClipyardException>();
        foreach (var candidate in candidates)
        {
            try
            {
                var (file, media, taken) = await post.UseAsync(current =>
                    FetchRenditionAsync(part with { Video = current }, candidate.FormatId, target, cancellationToken)
                );

                var reason =
                    failures.FirstOrDefault()?.Failure ?? (fitting == 0 ? FailureCatalogue.QualityUnavailable : null);
                return Result(post, [file]) with
                {
                    Rendition = taken,
                    Probe = media.Info,
                    Fallback = reason is null
                        ? null
                        : new QualityFallback(fitting == 0 ? null : candidates[0], taken, reason),
                };
            }
            catch (ClipyardException error) when (MediaTransfer.IsAboutTheFile(error))
            {
                LogRenditionFailed(candidate.FormatId, post.Current.Id, error.Code);
                failures.Add(error);
            }
        }

        throw failures[0];
    }

    private async Task<(DownloadedFile File, CheckedMedia Media, Rendition Taken)> FetchRenditionAsync(
        MediaPart part,
        string formatId,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        // Looked up by name: a refreshed page has the same renditions under new addresses.
        var rendition =
            part.Video.Renditions.FirstOrDefault(rendition => rendition.FormatId == formatId)
            ?? throw new ClipyardException(
                FailureCatalogue.MediaExpired,
                $"The fresh page has no {formatId} any more."
            );

        var (file, media) =
            part.Kind == MediaPartKind.Audio
                ? await parts.FetchAudioOfAsync(part, rendition, target, cancellationToken)
                : await parts.FetchVideoAsync(part, rendition, target, cancellationToken);
        return (file, media, rendition);
    }

    private async Task<DownloadResult> DownloadPhotosAsync(
        FreshPost post,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        if (post.Current.Images.Count == 0)
        {
            throw Unavailable(post, "The photo post lists no pictures.");
        }

        var files = new List<DownloadedFile>();
        for (var index = 0; index < post.Current.Images.Count; index++)
        {
            var place = index;
            files.Add(
                await FetchAsync(
                    post,
                    new MediaPart(post.Current, MediaPartKind.Image, index + 1, "jpg"),
                    current => current.Images.ElementAtOrDefault(place)?.Urls,
                    target,
                    cancellationToken
                )
            );
        }

        if (target.Options.PhotoSound && post.Current.Music?.Url is not null)
        {
            files.AddRange((await DownloadSoundAsync(post, target, cancellationToken)).Files);
        }

        return Result(post, files);
    }

    /// <summary>The sound that a photo post links.</summary>
    private async Task<DownloadResult> DownloadSoundAsync(
        FreshPost post,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        if (post.Current.Music?.Url is not { } url)
        {
            throw Unavailable(post, "The photo post has no sound.");
        }

        var part = new MediaPart(post.Current, MediaPartKind.Audio, 1, SoundExtension(url));
        var file = await FetchAsync(
            post,
            part,
            current => current.Music?.Url is { } address ? [address] : null,
            target,
            cancellationToken
        );
        return Result(post, [file]);
    }

    private async Task<(IReadOnlyList<DownloadedFile> Files, IReadOnlyList<MissingPart> Missing)> DownloadExtrasAsync(
        FreshPost post,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        var files = new List<DownloadedFile>();
        var missing = new List<MissingPart>();
        foreach (var (part, urlsIn) in Extras(post.Current, target.Options))
        {
            try
            {
                files.Add(await FetchAsync(post, part, urlsIn, target, cancellationToken));
            }
            catch (ClipyardException error) when (!IsAboutTheStore(error))
            {
                missing.Add(new MissingPart(part, error));
            }
        }

        return (files, missing);
    }

    // Whatever TikTok refuses an extra with: the post itself is there by now.
    private static bool IsAboutTheStore(ClipyardException error) =>
        error.Failure == FailureCatalogue.StorageFull || error.Failure == FailureCatalogue.StorageUnavailable;

    private static IEnumerable<(MediaPart Part, Func<VideoInfo, IReadOnlyList<string>?> UrlsIn)> Extras(
        VideoInfo video,
        DownloadOptions options
    )
    {
        if (options.Cover && video.Covers.Count > 0)
        {
            yield return (new MediaPart(video, MediaPartKind.Cover, 1, "jpg"), current => current.Covers);
        }

        var tracksOfOneName = new Dictionary<(string, string), int>();
        for (var index = 0; options.Subtitles && index < video.Subtitles.Count; index++)
        {
            var (place, track) = (index, video.Subtitles[index]);
            var extension = SubtitleExtension(track.Format);
            var number = tracksOfOneName.GetValueOrDefault((track.Language, extension)) + 1;
            tracksOfOneName[(track.Language, extension)] = number;

            yield return (
                new MediaPart(video, MediaPartKind.Subtitle, number, extension) { Language = track.Language },
                current => current.Subtitles.ElementAtOrDefault(place) is { } fresh ? [fresh.Url] : null
            );
        }
    }

    private async Task<DownloadedFile> FetchAsync(
        FreshPost post,
        MediaPart part,
        Func<VideoInfo, IReadOnlyList<string>?> urlsIn,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        var (file, _) = await post.UseAsync(current =>
            parts.FetchOrFindAsync(part with { Video = current }, urlsIn(current) ?? [], target, cancellationToken)
        );
        return file;
    }

    private static DownloadResult Result(FreshPost post, IReadOnlyList<DownloadedFile> files) =>
        new()
        {
            Video = post.Current,
            Files = files,
            Elapsed = TimeSpan.Zero,
        };

    private static ClipyardException Unavailable(FreshPost post, string detail) =>
        new(FailureCatalogue.QualityUnavailable, detail) { Address = post.Current.Url };

    private static string SubtitleExtension(string? format) =>
        format switch
        {
            "webvtt" => "vtt",
            "creator_caption" => "json",
            "srt" => "srt",
            _ => "txt",
        };

    /// <summary>TikTok says in the query what the sound is; without that it is m4a. The bytes have the last word.</summary>
    private static string SoundExtension(string url) =>
        url.Contains("audio_mpeg", StringComparison.Ordinal) || url.Contains(".mp3", StringComparison.Ordinal)
            ? "mp3"
            : "m4a";

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{FormatId} of {Id} could not be had ({Code}); trying the next best"
    )]
    private partial void LogRenditionFailed(string formatId, VideoId id, string code);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Reading the page of {Id} again, for media addresses that open"
    )]
    private partial void LogRefresh(VideoId id);
}
