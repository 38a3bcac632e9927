using Clipyard.Failures;
using Clipyard.Http;
using Clipyard.Media.Audio;
using Clipyard.Videos;

namespace Clipyard.Downloads;

/// <summary>Brings one file of a post into the sink: fetched, verified, then made visible.</summary>
internal sealed class PartDownloader(MediaTransfer transfer)
{
    /// <summary>The file where it is there already and is to be kept; null otherwise.</summary>
    public static async Task<DownloadedFile?> FindAsync(
        MediaPart part,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        if (target.Options.WhenExists == ExistingFile.Replace)
        {
            return null;
        }

        return await target.Sink.FindAsync(part, cancellationToken) is { } stored
            ? new DownloadedFile
            {
                Part = Path.GetExtension(stored.Path) is ['.', .. var found] ? part with { Extension = found } : part,
                Path = stored.Path,
                SizeBytes = stored.SizeBytes,
                AlreadyThere = true,
            }
            : null;
    }

    /// <summary>A picture, a sound, a cover, subtitles: found, or fetched from one of its mirrors.</summary>
    public async Task<(DownloadedFile File, CheckedMedia Media)> FetchOrFindAsync(
        MediaPart part,
        IReadOnlyList<string> urls,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(part, target, cancellationToken) is { } known)
        {
            return (known, new CheckedMedia(part.Extension));
        }

        var request = new TransferRequest(
            part,
            urls,
            SessionOf(part),
            AnnouncedBytes: null,
            FileHash: null,
            Version: $"{part.Kind}-{part.Index}",
            () => MediaChecks.For(part)
        );
        return await FetchIntoSinkAsync(request, target, cancellationToken);
    }

    /// <summary>A rendition of the video.</summary>
    public Task<(DownloadedFile File, CheckedMedia Media)> FetchVideoAsync(
        MediaPart part,
        Rendition rendition,
        DownloadTarget target,
        CancellationToken cancellationToken
    ) => FetchIntoSinkAsync(VideoRequest(part, rendition), target, cancellationToken);

    /// <summary>The sound of a rendition: the video into a temporary file, its AAC track from there into the sink.</summary>
    public async Task<(DownloadedFile File, CheckedMedia Media)> FetchAudioOfAsync(
        MediaPart part,
        Rendition rendition,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        await using var video = TemporaryWrite.Open();
        var source = await transfer.FetchAsync(
            VideoRequest(part, rendition),
            video,
            target.Progress,
            cancellationToken
        );

        await using var write = await target.Sink.BeginAsync(part, $"audio-{rendition.FormatId}", cancellationToken);
        if (write.ResumedBytes > 0)
        {
            await write.RestartAsync(cancellationToken);
        }

        var (sha256, length) = await ExtractAsync(part, video.Content, write.Content, cancellationToken);
        var stored = await write.CommitAsync(part.Extension, cancellationToken);
        var sound = new TransferredFile(length, sha256, false, new CheckedMedia("m4a"))
        {
            ResponseHeaders = source.ResponseHeaders,
        };
        return (Downloaded(part, stored, sound), sound.Media);
    }

    private static async Task<(string Sha256, long Length)> ExtractAsync(
        MediaPart part,
        Stream video,
        Stream goal,
        CancellationToken cancellationToken
    )
    {
        await using var hashing = new HashingStream(goal);
        try
        {
            video.Position = 0;
            var extraction = await AudioExtractor.ExtractAsync(video, hashing, cancellationToken);
            return extraction.Outcome == AudioOutcome.Extracted
                ? (hashing.Sha256(), hashing.Position)
                : throw new ClipyardException(FailureCatalogue.QualityUnavailable, Explain(extraction))
                {
                    Address = part.Video.Url,
                };
        }
        catch (Exception error) when (StorageErrors.IsStorageError(error))
        {
            throw StorageErrors.Name(error);
        }
    }

    private static string Explain(AudioExtraction extraction) =>
        extraction.Outcome switch
        {
            AudioOutcome.NoAudioTrack => "The video has no sound.",
            AudioOutcome.UnsupportedCodec => $"Its sound is {extraction.Track?.Codec}, not AAC.",
            AudioOutcome.UnsupportedLayout => "Its sound is laid out in a way that cannot be copied.",
            _ => extraction.Verdict.Problem ?? "The video is not whole.",
        };

    private async Task<(DownloadedFile File, CheckedMedia Media)> FetchIntoSinkAsync(
        TransferRequest request,
        DownloadTarget target,
        CancellationToken cancellationToken
    )
    {
        await using var write = await target.Sink.BeginAsync(request.Part, request.Version, cancellationToken);
        TransferredFile file;
        try
        {
            file = await transfer.FetchAsync(request, write, target.Progress, cancellationToken);
        }
        catch (Exception error) when (LeavesSomethingToResume(error))
        {
            write.KeepForResume();
            throw;
        }

        var stored = await write.CommitAsync(file.Media.Extension, cancellationToken);
        return (Downloaded(request.Part with { Extension = file.Media.Extension }, stored, file), file.Media);
    }

    private static TransferRequest VideoRequest(MediaPart part, Rendition rendition) =>
        new(
            part,
            rendition.Urls,
            SessionOf(part),
            rendition.SizeBytes,
            rendition.FileHash,
            Version: $"{rendition.FormatId}-{rendition.SizeBytes}-{rendition.FileHash}",
            () => new VideoCheck()
        );

    private static BrowserSession SessionOf(MediaPart part) =>
        part.Video.Session ?? throw new InvalidOperationException("The post was not read from TikTok in this process.");

    private static DownloadedFile Downloaded(MediaPart part, StoredFile stored, TransferredFile file) =>
        new()
        {
            Part = part,
            Path = stored.Path,
            SizeBytes = stored.SizeBytes,
            Sha256 = file.Sha256,
            Resumed = file.Resumed,
            ResponseHeaders = file.ResponseHeaders,
        };

    /// <summary>After a cut, a stop or a lapsed address the bytes so far are good; after the others they are not.</summary>
    private static bool LeavesSomethingToResume(Exception error) =>
        error is OperationCanceledException
        || (
            error is ClipyardException named
            && named.Failure != FailureCatalogue.MediaCorrupt
            && named.Failure != FailureCatalogue.StorageFull
        );
}
