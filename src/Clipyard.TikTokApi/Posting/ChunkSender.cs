using System.Globalization;
using System.Net;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;

namespace Clipyard.TikTokApi.Posting;

/// <summary>Sends chunks: each timed by its progress, and alone tried again when it fails in passing.</summary>
internal sealed partial class ChunkSender(
    ApiTransport transport,
    UploadHosts hosts,
    TikTokApiOptions options,
    TimeProvider time
)
{
    /// <summary>Sends one chunk, as often as <see cref="TikTokApiOptions.Tries"/> says.</summary>
    /// <param name="ticket">The upload.</param>
    /// <param name="chunk">The chunk, of its plan.</param>
    /// <param name="source">Where its bytes are.</param>
    /// <param name="onSent">Told how many of them were sent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UploadExpiredException">The address has lapsed.</exception>
    /// <exception cref="TikTokApiException"><c>network_error</c>, <c>rate_limited</c>, <c>tiktok_rejected</c>.</exception>
    /// <exception cref="ClipyardException"><c>storage_unavailable</c>, <c>media_incomplete</c>: the source; <c>foreign_url</c>.</exception>
    public async Task<ChunkAnswer> SendAsync(
        UploadTicket ticket,
        UploadChunk chunk,
        IUploadSource source,
        Action<long> onSent,
        CancellationToken cancellationToken
    )
    {
        hosts.ThrowIfForeign(ticket.Address);
        var isRepeated = false;
        return await transport.Retries.ExecuteAsync(
            async token =>
            {
                // A host that refuses at once and hangs up is not heard while we send: another try asks first.
                var asksFirst = isRepeated;
                isRepeated = true;
                return await SendOnceAsync(ticket, chunk, source, onSent, asksFirst, token);
            },
            cancellationToken
        );
    }

    private async Task<ChunkAnswer> SendOnceAsync(
        UploadTicket ticket,
        UploadChunk chunk,
        IUploadSource source,
        Action<long> onSent,
        bool asksFirst,
        CancellationToken cancellationToken
    )
    {
        using var idle = new CancellationTokenSource(options.IdleTimeout, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, idle.Token);
        using var content = new ChunkContent(source, chunk, OnSent, stop.Token);
        using var message = Message(ticket, chunk, source.Format, content);
        message.Headers.ExpectContinue = asksFirst;
        try
        {
            using var response = await transport.SendAsync(message, ticket.Address, stop.Token);
            return Read(ticket, chunk, response);
        }
        catch (Exception) when (content.SourceFailure is { } failure)
        {
            throw NameSourceFailure(failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ApiTransport.TooLate(ticket.Address, options.IdleTimeout);
        }
        finally
        {
            // The next try reads the same source.
            await stop.CancelAsync();
            await content.WhenIdleAsync(CancellationToken.None);
        }

        void OnSent(long sent)
        {
            idle.CancelAfter(options.IdleTimeout);
            onSent(sent);
        }
    }

    private static HttpRequestMessage Message(
        UploadTicket ticket,
        UploadChunk chunk,
        VideoFormat format,
        ChunkContent content
    )
    {
        content.Headers.TryAddWithoutValidation("Content-Type", MediaType(format));
        content.Headers.TryAddWithoutValidation("Content-Range", chunk.ContentRange(ticket.Plan.VideoBytes));
        var message = new HttpRequestMessage(HttpMethod.Put, ticket.Address)
        {
            Content = content,
            // A connection of its own: a slow upload holds up no other call.
            Version = HttpVersion.Version11,
        };
        message.Headers.TryAddWithoutValidation("User-Agent", "Clipyard.TikTokApi");
        return message;
    }

    private static string MediaType(VideoFormat format) =>
        format switch
        {
            VideoFormat.QuickTime => "video/quicktime",
            VideoFormat.WebM => "video/webm",
            _ => "video/mp4",
        };

    private ChunkAnswer Read(UploadTicket ticket, UploadChunk chunk, HttpResponseMessage response)
    {
        var held = HeldBytes(response);
        return response.StatusCode switch
        {
            HttpStatusCode.Created or HttpStatusCode.OK when chunk.IsLast => new(ChunkStanding.Complete, held),
            HttpStatusCode.PartialContent when chunk.IsLast => new(FinalStanding(ticket.Plan, held), held),
            HttpStatusCode.PartialContent or HttpStatusCode.OK => new(ChunkStanding.Accepted, held),
            HttpStatusCode.RequestedRangeNotSatisfiable => new(ChunkStanding.OutOfStep, held),
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone => throw Expired(
                ticket,
                response
            ),
            _ => throw Refused(ticket, chunk, response),
        };
    }

    /// <summary>More is expected although all was sent: unless TikTok says that it has it, something is missing.</summary>
    private static ChunkStanding FinalStanding(ChunkPlan plan, long? held) =>
        held is { } bytes && plan.FirstMissing(bytes) == plan.Count ? ChunkStanding.Complete : ChunkStanding.OutOfStep;

    // Read as text: a range that ends at the total, as TikTok writes it, is none for the framework.
    private static long? HeldBytes(HttpResponseMessage response) =>
        response.Content.Headers.NonValidated.TryGetValues("Content-Range", out var values)
        && Range().Match(values.ToString()) is { Success: true } match
        && long.TryParse(match.Groups["last"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? last
            : null;

    private static UploadExpiredException Expired(UploadTicket ticket, HttpResponseMessage response) =>
        new($"{ticket.Address.Host} answered with status {(int)response.StatusCode}: the upload address has lapsed.")
        {
            Address = ticket.Address.GetLeftPart(UriPartial.Path),
            HttpStatus = response.StatusCode,
            LogId = LogId(response),
        };

    private TikTokApiException Refused(UploadTicket ticket, UploadChunk chunk, HttpResponseMessage response)
    {
        var failure = TikTokFailures.OfStatus(response.StatusCode);
        return new TikTokApiException(
            failure == FailureCatalogue.ReconnectNeeded ? FailureCatalogue.TikTokRejected : failure,
            $"{ticket.Address.Host} answered with status {(int)response.StatusCode} to chunk {chunk.Index + 1} of {ticket.Plan.Count}."
        )
        {
            Address = ticket.Address.GetLeftPart(UriPartial.Path),
            HttpStatus = response.StatusCode,
            LogId = LogId(response),
            RetryAfter = RetryAfter.Read(response, time),
            MayHaveTakenEffect = failure == FailureCatalogue.NetworkError,
        };
    }

    private static string? LogId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-tt-logid", out var ids) ? Redaction.Clean(ids.FirstOrDefault()) : null;

    /// <summary>What passes becomes a failure that is tried again; anything else stays what it was.</summary>
    private static ClipyardException NameSourceFailure(Exception failure)
    {
        // A cancellation here is a time-out of the source's own: ours and the caller's are not counted as its failures.
        if (
            failure
            is not (
                IOException
                or HttpRequestException
                or TimeoutException
                or OperationCanceledException
                or UnauthorizedAccessException
            )
        )
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return new ClipyardException(
            FailureCatalogue.StorageUnavailable,
            $"The video could not be read ({failure.GetType().Name}).",
            failure
        );
    }

    [GeneratedRegex(@"^\s*bytes\s+[0-9]+-(?<last>[0-9]{1,18})/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Range();
}
