using Microsoft.Extensions.Logging;

namespace Clipyard.TikTokApi.Posting;

/// <summary>Sends the bytes of videos: chunk by chunk, in order, from any place where an earlier try ended.</summary>
/// <remarks>
/// Chunks need no access token. A chunk that fails in passing is sent again, and only it. Memory use does not depend
/// on the size.
/// </remarks>
public sealed class UploadClient
{
    private readonly ChunkSender _sender;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;

    internal UploadClient(ChunkSender sender, ILogger logger, TimeProvider time)
    {
        _sender = sender;
        _logger = logger;
        _time = time;
    }

    /// <summary>Uploads a video, or what is missing of it.</summary>
    /// <param name="ticket">From an init.</param>
    /// <param name="source">The video. Not disposed of.</param>
    /// <param name="options">Where to begin, and what to do on the way; null for all of it.</param>
    /// <param name="cancellationToken">Stops it between or within chunks. The upload stays open for its hour.</param>
    /// <exception cref="UploadExpiredException">The address has lapsed.</exception>
    /// <exception cref="TikTokApiException"><c>network_error</c>, <c>rate_limited</c>, <c>tiktok_rejected</c>.</exception>
    /// <exception cref="ClipyardException">
    /// <c>storage_unavailable</c>, <c>media_incomplete</c>: the source. <c>invalid_parameter</c>: it has not the length
    /// that was announced. <c>foreign_url</c>: the address is none of TikTok's.
    /// </exception>
    public async Task<UploadResult> SendAsync(
        UploadTicket ticket,
        IUploadSource source,
        UploadOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(source);
        if (source.Length != ticket.Plan.VideoBytes)
        {
            throw new ClipyardException(
                FailureCatalogue.InvalidParameter,
                $"The video has {source.Length:N0} bytes; {ticket.Plan.VideoBytes:N0} were announced."
            );
        }

        var chosen = options ?? new UploadOptions();
        return await new UploadRun(_sender, _logger, _time, ticket, source, chosen).RunAsync(cancellationToken);
    }
}
