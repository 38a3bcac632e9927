using Clipyard.Failures;
using Clipyard.Media.Limits;
using Clipyard.Media.Probing;

namespace Clipyard.Media.Ffmpeg;

/// <summary>Makes a video that TikTok accepts of one that it does not, with the ffmpeg of this machine.</summary>
/// <remarks>
/// <para>
/// The result is always an MP4 with its index in front. Pictures and sound are copied as they are where that is enough.
/// Where it is not: H.264 in 4:2:0, fitted into 1080x1920 (a landscape into 1920x1080) with aspect kept, scaled up to
/// 360 pixels a side and padded only where the aspect leaves no other way, 23 to 60 pictures a second, turned as the
/// file asks; AAC. A video that is too long stays too long.
/// </para>
/// <para>Thread-safe. Each repair is a process of its own, which uses all cores.</para>
/// </remarks>
public sealed class VideoRepair
{
    private static readonly TimeSpan DefaultTimeLimit = TimeSpan.FromMinutes(30);

    /// <summary>How much longer or shorter than its source a result may be.</summary>
    private const double DurationShare = 0.02;

    private readonly string? _ffmpegPath;
    private readonly TimeSpan _timeLimit;
    private readonly TimeProvider _time;

    /// <summary>Prepares repairs; nothing is started yet.</summary>
    /// <param name="ffmpegPath">ffmpeg's file, or its name in a folder of <c>PATH</c>; null for <c>ffmpeg</c>.</param>
    /// <param name="timeLimit">How long one repair may take; null for 30 minutes.</param>
    /// <param name="timeProvider">Measures that; null for the system's clock.</param>
    public VideoRepair(string? ffmpegPath = null, TimeSpan? timeLimit = null, TimeProvider? timeProvider = null)
    {
        _ffmpegPath = ffmpegPath;
        _timeLimit = timeLimit ?? DefaultTimeLimit;
        _time = timeProvider ?? TimeProvider.System;
    }

    /// <summary>Whether ffmpeg is there, so that a repair can be offered. Looked up on every call.</summary>
    public bool IsAvailable => FfmpegProgram.Find(_ffmpegPath) is not null;

    /// <summary>Repairs a file.</summary>
    /// <param name="request">Which one, and what for.</param>
    /// <param name="progress">Told about twice a second how far it is, on any thread.</param>
    /// <param name="cancellationToken">Ends ffmpeg; nothing of the result stays.</param>
    /// <exception cref="ClipyardException">
    /// <c>video_too_long</c>, <c>video_too_large</c>, <c>unsupported_media</c>: it cannot be repaired, ffmpeg is missing,
    /// failed, or took too long; <c>storage_full</c>: no room for the result.
    /// </exception>
    /// <exception cref="IOException">The source cannot be read, or the result not be moved to its place.</exception>
    public async Task<RepairResult> RepairAsync(
        RepairRequest request,
        IProgress<RepairProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);

        var source = await MediaProbe.ReadFileAsync(request.Source, cancellationToken);
        var plan = RepairPlan.For(source, request);
        if (plan.Changes.Count == 0)
        {
            return new RepairResult
            {
                Changes = [],
                WasEncoded = false,
                Report = source,
            };
        }

        var unfinished = request.Destination + ".part";
        try
        {
            await RunAsync(plan, source, request.Source, unfinished, progress, cancellationToken);
            var result = await MediaProbe.ReadFileAsync(unfinished, cancellationToken);
            DemandGood(plan, request, source, result);
            File.Move(unfinished, request.Destination, overwrite: true);
            return new RepairResult
            {
                Changes = plan.Changes,
                WasEncoded = plan.Fit is not null,
                Report = result,
            };
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task RunAsync(
        RepairPlan plan,
        MediaReport source,
        string sourcePath,
        string destinationPath,
        IProgress<RepairProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var container = source.Info?.Container ?? MediaContainer.Mp4;
        var total = source.Info?.Duration;
        using var limit = new CancellationTokenSource(_timeLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);

        try
        {
            var program = FfmpegProgram.Find(_ffmpegPath) ?? throw RepairFailures.Missing();
            var end =
                await FfmpegProcess.RunAsync(
                    program,
                    FfmpegArguments.For(plan, container, sourcePath, destinationPath),
                    done => progress?.Report(new RepairProgress(done, total)),
                    either.Token
                ) ?? throw RepairFailures.Missing();

            if (end.ExitCode != 0)
            {
                throw RepairFailures.Ended(end.ExitCode, end.Complaints, sourcePath, destinationPath);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw RepairFailures.TooSlow(_timeLimit);
        }
    }

    // ffmpeg says 0 for a film that it read in part, too.
    private static void DemandGood(RepairPlan plan, RepairRequest request, MediaReport source, MediaReport result)
    {
        if (request.Limits.Check(result, request.CreatorDuration).Findings is [var finding, ..])
        {
            throw new ClipyardException(finding.Failure, $"Even repaired: {finding.Sentence}");
        }

        if (source.Info?.Duration is { } before && result.Info?.Duration is { } after)
        {
            var slack = TimeSpan.FromSeconds(1) + (before * DurationShare);
            if ((before - after).Duration() > slack)
            {
                throw RepairFailures.Unlike(Words.Of(after), Words.Of(before));
            }
        }

        if (plan.Fit is { } fit && result.Info?.Video is { } video)
        {
            var shown = (video.DisplayWidth, video.DisplayHeight);
            if (shown != (fit.FrameWidth, fit.FrameHeight))
            {
                throw RepairFailures.Unlike(
                    $"{shown.DisplayWidth}x{shown.DisplayHeight} pixels",
                    $"{fit.FrameWidth}x{fit.FrameHeight}"
                );
            }
        }
    }
}
