using Clipyard.Failures;
using Clipyard.Links;
using Clipyard.Media.Audio;
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

        // Without its visit's cookies the media stays closed: read from a file, or kept by the caller.
        var current = video.Session is null ? await RefreshAsync(video, cancellationToken) : video;
        var result = (current.Kind, options.Quality) switch
        {
            (PostKind.Photo, QualityChoice.Audio) => await DownloadSoundAsync(current, target, cancellationToken),
            (PostKind.Photo, _) => await DownloadPhotosAsync(current, target, cancellationToken),
            _ => await DownloadVideoAsync(current, target, cancellationToken),
        };

        var (extras, missing) = await DownloadExtrasAsync(result.Video, target, cancellationToken);
        return result with
        {
            Files = [.. result.Files, .. extras],
            Missing = missing,
            Elapsed = time.GetElapsedTime(started),
        };
    }

    private async Task<DownloadResult> DownloadVideoAsync(
        VideoInfo video,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        var isAudio = target.Options.Quality == QualityChoice.Audio;
        var part = isAudio
            ? new MediaPart(video, MediaPartKind.Audio, 1, "m4a")
            : new MediaPart(video, MediaPartKind.Video, 1, "mp4");
        if (await PartDownloader.FindAsync(part, target, cancellationToken) is { } known)
        {
            return Result(video, [known]);
        }

        var (candidates, fitting) = RenditionChooser.Order(video.Renditions, target.Options.Quality);
        if (candidates.Count == 0)
        {
            throw new ClipyardException(FailureCatalogue.QualityUnavailable, "The post lists no playable rendition.")
            {
                Address = video.Url,
            };
        }

        return await DownloadFirstThatWorksAsync(video, part, candidates, fitting, target, cancellationToken);
    }

    private async Task<DownloadResult> DownloadFirstThatWorksAsync(
        VideoInfo video,
        MediaPart part,
        IReadOnlyList<Rendition> candidates,
        int fitting,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        ClipyardException? first = null;
        foreach (var candidate in candidates)
        {
            try
            {
                var (file, media, refreshed) = await RefreshedOnceAsync(
                    video,
                    current =>
                        FetchRenditionAsync(
                            part with
                            {
                                Video = current,
                            },
                            candidate.FormatId,
                            target,
                            cancellationToken
                        ),
                    cancellationToken
                );
                video = refreshed;

                var reason = first?.Failure ?? (fitting == 0 ? FailureCatalogue.QualityUnavailable : null);
                return Result(video, [file]) with
                {
                    Rendition = candidate,
                    Probe = media.Info,
                    Fallback = reason is null
                        ? null
                        : new QualityFallback(fitting == 0 ? null : candidates[0], candidate, reason),
                };
            }
            catch (ClipyardException error) when (IsAboutTheFile(error))
            {
                LogRenditionFailed(candidate.FormatId, video.Id.Value, error.Code);
                first ??= error;
            }
        }

        throw first!;
    }

    private async Task<(DownloadedFile File, CheckedMedia Media)> FetchRenditionAsync(
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

        return part.Kind == MediaPartKind.Audio
            ? await parts.FetchAudioOfAsync(part, rendition, target, cancellationToken)
            : await parts.FetchVideoAsync(part, rendition, target, cancellationToken);
    }

    private async Task<DownloadResult> DownloadPhotosAsync(
        VideoInfo video,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        if (video.Images.Count == 0)
        {
            throw new ClipyardException(FailureCatalogue.QualityUnavailable, "The photo post lists no pictures.")
            {
                Address = video.Url,
            };
        }

        var files = new List<DownloadedFile>();
        for (var index = 0; index < video.Images.Count; index++)
        {
            var part = new MediaPart(video, MediaPartKind.Image, index + 1, "jpg");
            var image = index;
            var (file, _, refreshed) = await RefreshedOnceAsync(
                video,
                async current =>
                    await parts.FetchOrFindAsync(
                        part with
                        {
                            Video = current,
                        },
                        current.Images.ElementAtOrDefault(image)?.Urls ?? [],
                        target,
                        cancellationToken
                    ),
                cancellationToken
            );
            video = refreshed;
            files.Add(file);
        }

        if (target.Options.PhotoSound && video.Music?.Url is not null)
        {
            files.AddRange((await DownloadSoundAsync(video, target, cancellationToken)).Files);
        }

        return Result(video, files);
    }

    /// <summary>The sound that a photo post links.</summary>
    private async Task<DownloadResult> DownloadSoundAsync(
        VideoInfo video,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        if (video.Music?.Url is null)
        {
            throw new ClipyardException(FailureCatalogue.QualityUnavailable, "The photo post has no sound.")
            {
                Address = video.Url,
            };
        }

        var part = new MediaPart(video, MediaPartKind.Audio, 1, SoundExtension(video.Music.Url));
        var (file, _, refreshed) = await RefreshedOnceAsync(
            video,
            current =>
                parts.FetchOrFindAsync(
                    part with
                    {
                        Video = current,
                    },
                    current.Music?.Url is { } url ? [url] : [],
                    target,
                    cancellationToken
                ),
            cancellationToken
        );
        return Result(refreshed, [file]);
    }

    private async Task<(IReadOnlyList<DownloadedFile> Files, IReadOnlyList<MissingPart> Missing)> DownloadExtrasAsync(
        VideoInfo video,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        var wanted = new List<(MediaPart Part, IReadOnlyList<string> Urls)>();
        if (target.Options.Cover && video.Covers.Count > 0)
        {
            wanted.Add((new MediaPart(video, MediaPartKind.Cover, 1, "jpg"), video.Covers));
        }

        if (target.Options.Subtitles)
        {
            wanted.AddRange(SubtitleParts(video));
        }

        var files = new List<DownloadedFile>();
        var missing = new List<MissingPart>();
        foreach (var (part, urls) in wanted)
        {
            try
            {
                files.Add((await parts.FetchOrFindAsync(part, urls, target, cancellationToken)).File);
            }
            catch (ClipyardException error) when (IsAboutTheFile(error))
            {
                missing.Add(new MissingPart(part, error));
            }
        }

        return (files, missing);
    }

    private static IEnumerable<(MediaPart Part, IReadOnlyList<string> Urls)> SubtitleParts(VideoInfo video) =>
        from subtitle in video.Subtitles
        let extension = subtitle.Format switch
        {
            "webvtt" => "vtt",
            "creator_caption" => "json",
            "srt" => "srt",
            _ => "txt",
        }
        group (subtitle, extension) by (subtitle.Language, extension) into sameName
        from numbered in sameName.Select((entry, index) => (entry.subtitle, Number: index + 1))
        select (
            new MediaPart(video, MediaPartKind.Subtitle, numbered.Number, sameName.Key.extension)
            {
                Language = sameName.Key.Language,
            },
            (IReadOnlyList<string>)[numbered.subtitle.Url]
        );

    /// <summary>Does something with the post's addresses, and once more with fresh ones if they have lapsed.</summary>
    private async Task<(DownloadedFile File, CheckedMedia Media, VideoInfo Video)> RefreshedOnceAsync(
        VideoInfo video,
        Func<VideoInfo, Task<(DownloadedFile File, CheckedMedia Media)>> fetch,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var (file, media) = await fetch(video);
            return (file, media, video);
        }
        catch (ClipyardException error) when (error.Failure == FailureCatalogue.MediaExpired)
        {
            LogRefresh(video.Id.Value);
        }

        var fresh = await RefreshAsync(video, cancellationToken);
        var (freshFile, freshMedia) = await fetch(fresh);
        return (freshFile, freshMedia, fresh);
    }

    private Task<VideoInfo> RefreshAsync(VideoInfo video, CancellationToken cancellationToken) =>
        videos.RefreshAsync(video.Id, video.Author?.Username, cancellationToken);

    private static DownloadResult Result(VideoInfo video, IReadOnlyList<DownloadedFile> files) =>
        new()
        {
            Video = video,
            Files = files,
            Elapsed = TimeSpan.Zero,
        };

    /// <summary>TikTok says in the query what the sound is; without that it is m4a. The bytes have the last word.</summary>
    private static string SoundExtension(string url) =>
        url.Contains("audio_mpeg", StringComparison.Ordinal) || url.Contains(".mp3", StringComparison.Ordinal)
            ? "mp3"
            : "m4a";

    private static bool IsAboutTheFile(ClipyardException error) =>
        error.Failure == FailureCatalogue.MediaExpired
        || error.Failure == FailureCatalogue.MediaIncomplete
        || error.Failure == FailureCatalogue.MediaCorrupt
        || error.Failure == FailureCatalogue.NetworkError
        || error.Failure == FailureCatalogue.RateLimited
        || error.Failure == FailureCatalogue.QualityUnavailable
        || error.Failure == FailureCatalogue.ForeignUrl;

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{FormatId} of {Id} could not be had ({Code}); trying the next best"
    )]
    private partial void LogRenditionFailed(string formatId, string id, string code);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "The media addresses of {Id} have lapsed; reading the page again"
    )]
    private partial void LogRefresh(string id);
}
