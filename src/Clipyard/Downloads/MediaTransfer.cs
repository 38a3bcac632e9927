using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Clipyard.Failures;
using Clipyard.Http;
using Clipyard.Links;
using Microsoft.Extensions.Logging;
using Polly;

namespace Clipyard.Downloads;

/// <summary>Fetches one file: mirrors in turn, resumed after a cut, never two versions glued together.</summary>
internal sealed partial class MediaTransfer
{
    private const int BufferBytes = 256 * 1024;

    /// <summary>
    /// A resumed request asks for so many bytes again that are there already: if they differ, it is another version.
    /// </summary>
    private const int OverlapBytes = 4096;

    private readonly TikTokHttp _http;
    private readonly ClipyardOptions _options;
    private readonly ByteThrottle _throttle;
    private readonly StatisticsRecorder _statistics;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline _retries;

    public MediaTransfer(
        TikTokHttp http,
        ClipyardOptions options,
        StatisticsRecorder statistics,
        TimeProvider time,
        ILogger logger
    )
    {
        _http = http;
        _options = options;
        _throttle = new ByteThrottle(options.MaxBytesPerSecond, time);
        _statistics = statistics;
        _time = time;
        _logger = logger;
        _retries = RetryPolicy.Create(options, IsWorthRetrying, statistics, time);
    }

    /// <summary>Fetches a file into a write. Nothing is committed here.</summary>
    /// <exception cref="ClipyardException">
    /// <c>media_expired</c>, <c>media_incomplete</c>, <c>media_corrupt</c>, <c>network_error</c>: of the last mirror.
    /// <c>storage_full</c>, <c>storage_unavailable</c>: no mirror would help.
    /// </exception>
    public async Task<TransferredFile> FetchAsync(
        TransferRequest request,
        IDownloadWrite write,
        IProgress<TransferProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var meter = new ProgressMeter(request.Part, progress, _time);
        using var received = new ReceivedBytes(write, request.NewCheck);
        if (request.FileHash is null && write.ResumedBytes > 0)
        {
            // Nothing proves that what an earlier run left is a part of this very file.
            await write.RestartAsync(cancellationToken);
        }

        await received.ReplayAsync(cancellationToken);

        ClipyardException? last = null;
        foreach (var url in request.Urls)
        {
            try
            {
                var uri = Uri.TryCreate(url, UriKind.Absolute, out var address)
                    ? address
                    : throw new ClipyardException(
                        FailureCatalogue.MediaCorrupt,
                        "TikTok names an address that is none."
                    );
                var file = await FetchFromAsync(uri, request, received, meter, cancellationToken);
                meter.Complete(file.SizeBytes);
                return file;
            }
            catch (ClipyardException error) when (IsAboutTheFile(error))
            {
                LogMirrorFailed(request.Part.Video.Id, error.Code, error);
                // A lapsed address says the most: a fresh page may mend it.
                last = last?.Failure == FailureCatalogue.MediaExpired ? last : error;
            }
        }

        throw last ?? new ClipyardException(FailureCatalogue.QualityUnavailable, "The post names no address for it.");
    }

    /// <summary>
    /// Whether a failure is about one file at one address: another mirror or rendition may do better. No sound in one
    /// rendition means no sound in any, and a full disk stays full, so these are not among them.
    /// </summary>
    internal static bool IsAboutTheFile(ClipyardException error) =>
        error.Failure == FailureCatalogue.MediaExpired
        || error.Failure == FailureCatalogue.MediaIncomplete
        || error.Failure == FailureCatalogue.MediaCorrupt
        || error.Failure == FailureCatalogue.NetworkError
        || error.Failure == FailureCatalogue.ForeignUrl;

    private static bool IsWorthRetrying(ClipyardException error) =>
        (
            error.Failure == FailureCatalogue.NetworkError
            || error.Failure == FailureCatalogue.MediaIncomplete
            || error.Failure == FailureCatalogue.RateLimited
        ) && !(error.RetryAfter > RetryPolicy.LongestWait);

    private async Task<TransferredFile> FetchFromAsync(
        Uri uri,
        TransferRequest request,
        ReceivedBytes received,
        ProgressMeter meter,
        CancellationToken cancellationToken
    )
    {
        var source = new MediaSource(uri, request);
        return await _retries.ExecuteAsync(
            async token =>
            {
                try
                {
                    await ReadAsync(source, received, meter, token);
                    return await VerifyAsync(source, received, token);
                }
                catch (ClipyardException error) when (error.Failure == FailureCatalogue.MediaCorrupt)
                {
                    // What was received is worth nothing: neither here nor at the next mirror.
                    await received.RestartAsync(token);
                    throw;
                }
            },
            cancellationToken
        );
    }

    private static async Task<TransferredFile> VerifyAsync(
        MediaSource source,
        ReceivedBytes received,
        CancellationToken cancellationToken
    )
    {
        if (!await received.AreOneFileAsync(source.Request.FileHash, cancellationToken))
        {
            await received.RestartAsync(cancellationToken);
            throw Incomplete(source, "The pieces of the file do not belong together.");
        }

        try
        {
            return received.Complete() with { ResponseHeaders = source.ResponseHeaders };
        }
        catch (ClipyardException error)
            when (error.Failure == FailureCatalogue.MediaIncomplete && source.TotalBytes is not null)
        {
            // As long as announced, and still not whole: asking for more of it would give nothing.
            throw new ClipyardException(FailureCatalogue.MediaCorrupt, error.Detail, error);
        }
    }

    private async Task ReadAsync(
        MediaSource source,
        ReceivedBytes received,
        ProgressMeter meter,
        CancellationToken cancellationToken
    )
    {
        if (received.Count > 0 && received.Count == source.TotalBytes)
        {
            return; // All there: an earlier run was stopped between the last byte and the end.
        }

        var overlap = (int)Math.Min(received.Count, OverlapBytes);
        using var response = await SendAsync(source, received.Count - overlap, cancellationToken);

        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            await received.RestartAsync(cancellationToken);
            throw Incomplete(source, "What an earlier download left does not fit the file any more.");
        }

        ThrowIfRefused(response, source);
        var isOtherVersion = source.IsOtherVersion(response);
        var resumes = source.Accept(response, received.Count - overlap);
        if (isOtherVersion && resumes && received.Count > 0)
        {
            await received.RestartAsync(cancellationToken);
            throw Incomplete(source, "The file changed during the download.");
        }

        if (!resumes && received.Count > 0)
        {
            await received.RestartAsync(cancellationToken);
        }

        received.IsPieced |= received.Count > 0;
        source.EnsureAnnounced();
        await using var body = await OpenAsync(response, source, cancellationToken);
        var reader = new IdleLimitedReader(body, _options.IdleTransferTimeout, _time);
        if (resumes && overlap > 0 && !await ContinuesAsync(reader, source, received, overlap, cancellationToken))
        {
            await received.RestartAsync(cancellationToken);
            throw Incomplete(source, "The file changed since the earlier download.");
        }

        await CopyAsync(reader, source, received, meter, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(
        MediaSource source,
        long from,
        CancellationToken cancellationToken
    )
    {
        var context = new RequestContext(source.Request.Session, IsMedia: true);
        return await _http.GetAsync(
            source.Uri,
            context,
            message =>
            {
                message.Headers.Referrer = new Uri(source.Request.Part.Video.Url);
                message.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
                message.Headers.Range = new RangeHeaderValue(from, null);
                if (from > 0 && source.EntityTag is { } tag)
                {
                    message.Headers.IfRange = new RangeConditionHeaderValue(tag);
                }
            },
            cancellationToken
        );
    }

    private void ThrowIfRefused(HttpResponseMessage response, MediaSource source)
    {
        var status = (int)response.StatusCode;
        if (status is 403 or 404 or 410)
        {
            throw new ClipyardException(FailureCatalogue.MediaExpired, $"{source.Uri.Host} answered {status}.");
        }

        if (status is not (200 or 206))
        {
            throw new ConnectionException(
                status == 429 ? FailureCatalogue.RateLimited : FailureCatalogue.NetworkError,
                $"{source.Uri.Host} answered {status}."
            )
            {
                HttpStatus = response.StatusCode,
                RetryAfter = RetryAfter.Read(response.Headers.RetryAfter, _time),
            };
        }

        if (
            response.Content.Headers.ContentType?.MediaType is "text/html" or "application/json"
            && source.Request.Part.Kind != MediaPartKind.Subtitle
        )
        {
            throw new ClipyardException(
                FailureCatalogue.MediaCorrupt,
                $"{source.Uri.Host} answered with a page instead of the file."
            );
        }
    }

    private static async Task<Stream> OpenAsync(
        HttpResponseMessage response,
        MediaSource source,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await response.Content.ReadAsStreamAsync(cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw Incomplete(source, error.Message, error);
        }
    }

    private static async Task<bool> ContinuesAsync(
        IdleLimitedReader reader,
        MediaSource source,
        ReceivedBytes received,
        int overlap,
        CancellationToken cancellationToken
    )
    {
        var again = new byte[overlap];
        for (var filled = 0; filled < overlap; )
        {
            var count = await ReadSomeAsync(reader, source, again.AsMemory(filled), cancellationToken);
            if (count == 0)
            {
                throw Incomplete(source, "The transfer ended at once.");
            }

            filled += count;
        }

        var tail = await received.TailAsync(overlap, cancellationToken);
        return again.AsSpan().SequenceEqual(tail);
    }

    /// <summary>Two buffers: while one is hashed and written, the other is filled.</summary>
    private async Task CopyAsync(
        IdleLimitedReader reader,
        MediaSource source,
        ReceivedBytes received,
        ProgressMeter meter,
        CancellationToken cancellationToken
    )
    {
        var (filling, appending) = (ArrayPool<byte>.Shared.Rent(BufferBytes), ArrayPool<byte>.Shared.Rent(BufferBytes));
        var largestRead = _throttle.LargestRead(BufferBytes);
        var pending = Task.CompletedTask;
        try
        {
            while (
                await ReadSomeAsync(reader, source, filling.AsMemory(0, largestRead), cancellationToken)
                    is var count
                        and > 0
            )
            {
                await pending;
                pending = received.AppendAsync(filling.AsMemory(0, count), cancellationToken);
                (filling, appending) = (appending, filling);

                _statistics.RecordBytes(count);
                source.EnsureNotLonger(received.Count);
                meter.Advance(received.Count, source.TotalBytes);
                await _throttle.WaitAsync(count, cancellationToken);
            }
        }
        finally
        {
            try
            {
                // A failure to store says more than a failure to read beside it.
                await pending;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(filling);
                ArrayPool<byte>.Shared.Return(appending);
            }
        }

        source.EnsureLength(received.Count);
    }

    private static async Task<int> ReadSomeAsync(
        IdleLimitedReader reader,
        MediaSource source,
        Memory<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await reader.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or TimeoutException)
        {
            throw Incomplete(source, error.Message, error);
        }
    }

    private static ConnectionException Incomplete(MediaSource source, string detail, Exception? error = null) =>
        new(FailureCatalogue.MediaIncomplete, $"{source.Uri.Host}: {detail}", error);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "A mirror did not deliver {Id}: {Code}; trying the next address"
    )]
    private partial void LogMirrorFailed(VideoId id, string code, Exception error);
}
