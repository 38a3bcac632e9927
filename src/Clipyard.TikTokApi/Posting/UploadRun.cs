using System.Net;
using Microsoft.Extensions.Logging;

namespace Clipyard.TikTokApi.Posting;

/// <summary>One call to upload: which chunk comes next, and what happens in between.</summary>
internal sealed partial class UploadRun(
    ChunkSender sender,
    ILogger logger,
    TimeProvider time,
    UploadTicket ticket,
    IUploadSource source,
    UploadOptions options
)
{
    /// <summary>How often TikTok may be elsewhere before the upload advances again.</summary>
    private const int MaxResyncs = 3;

    private readonly UploadMeter _meter = new(ticket.Plan, options.Progress, time);
    private bool _announcedFinal;
    private int _resyncs;
    private int _furthest = -1;

    public async Task<UploadResult> RunAsync(CancellationToken cancellationToken)
    {
        var plan = ticket.Plan;
        var first = plan.FirstMissing(options.UploadedBytes);
        for (var next = first; next < plan.Count; )
        {
            var chunk = plan[next];
            if (next != first && options.PauseWhen?.Invoke(_meter.At(chunk.Offset)) == true)
            {
                return new UploadResult(chunk.Offset, IsComplete: false);
            }

            await AnnounceFinalAsync(chunk, cancellationToken);
            next = await SendAsync(chunk, cancellationToken);
        }

        _meter.Complete();
        return new UploadResult(plan.VideoBytes, IsComplete: true);
    }

    /// <returns>The chunk to send next; the plan's count when nothing is missing.</returns>
    private async Task<int> SendAsync(UploadChunk chunk, CancellationToken cancellationToken)
    {
        ChunkAnswer answer;
        try
        {
            answer = await sender.SendAsync(
                ticket,
                chunk,
                source,
                sent => _meter.Advance(chunk.Offset + sent),
                cancellationToken
            );
        }
        catch (UploadExpiredException) when (chunk.IsLast && options.AskUploadedBytes is not null)
        {
            // The answer to an earlier try may have been lost: an upload that is complete has no address any more.
            if (await HoldsAllAsync(cancellationToken))
            {
                return ticket.Plan.Count;
            }

            throw;
        }

        switch (answer.Standing)
        {
            case ChunkStanding.Complete:
                return ticket.Plan.Count;
            case ChunkStanding.Accepted:
                NoteAdvance(chunk);
                _meter.EndChunk(chunk.Offset + chunk.Length);
                return chunk.Index + 1;
            default:
                return await FindPlaceAsync(chunk, answer.HeldBytes, cancellationToken);
        }
    }

    /// <summary>Only what was never taken before is an advance: a host may take the same chunk for ever.</summary>
    private void NoteAdvance(UploadChunk chunk)
    {
        if (chunk.Index > _furthest)
        {
            _furthest = chunk.Index;
            _resyncs = 0;
        }
    }

    private async Task AnnounceFinalAsync(UploadChunk chunk, CancellationToken cancellationToken)
    {
        if (chunk.IsLast && !_announcedFinal)
        {
            await (options.BeforeFinalChunk?.Invoke(cancellationToken) ?? Task.CompletedTask);
            _announcedFinal = true;
        }
    }

    private async Task<int> FindPlaceAsync(UploadChunk chunk, long? held, CancellationToken cancellationToken)
    {
        if (++_resyncs > MaxResyncs || (held ?? await AskAsync(cancellationToken)) is not { } bytes)
        {
            throw new TikTokApiException(
                FailureCatalogue.TikTokRejected,
                $"TikTok does not expect chunk {chunk.Index + 1} of {ticket.Plan.Count}, and does not say which instead."
            )
            {
                HttpStatus = HttpStatusCode.RequestedRangeNotSatisfiable,
                Address = ticket.Address.GetLeftPart(UriPartial.Path),
            };
        }

        var next = ticket.Plan.FirstMissing(bytes);
        LogOutOfStep(ticket.PublishId, chunk.Index, next);
        return next;
    }

    private async Task<bool> HoldsAllAsync(CancellationToken cancellationToken) =>
        await AskAsync(cancellationToken) is { } bytes && ticket.Plan.FirstMissing(bytes) == ticket.Plan.Count;

    private async Task<long?> AskAsync(CancellationToken cancellationToken) =>
        options.AskUploadedBytes is { } ask ? await ask(cancellationToken) : null;

    [LoggerMessage(
        Level = LogLevel.Debug,
        Message = "{PublishId}: TikTok did not expect chunk {Sent}; going on with {Next}"
    )]
    private partial void LogOutOfStep(PublishId publishId, int sent, int next);
}
