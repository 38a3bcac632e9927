using Clipyard.TikTokApi.Accounts;
using Clipyard.TikTokApi.Display;
using Clipyard.TikTokApi.OAuth;
using Clipyard.TikTokApi.Posting;
using Clipyard.TikTokApi.Webhooks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Clipyard.TikTokApi;

/// <summary>The door to TikTok's official API, for one app and any number of accounts.</summary>
/// <remarks>
/// Thread-safe: one instance serves the whole process. It keeps no tokens; every call that needs one takes it, and all
/// of them may throw <see cref="TikTokApiException"/>.
/// </remarks>
public sealed class TikTokApiClient : IDisposable
{
    private readonly ApiTransport _transport;

    /// <summary>Makes a client. Nothing is asked from the network yet.</summary>
    /// <param name="options">Which app, and how patient.</param>
    /// <param name="handler">
    /// What sends requests, for example one with a proxy; it stays the caller's. It must not follow redirects. Null for
    /// connections of the client's own.
    /// </param>
    /// <param name="loggerFactory">Where it logs; null for nowhere. No token, secret or signed address is ever logged.</param>
    /// <param name="timeProvider">Its clock; null for the system's.</param>
    /// <exception cref="ClipyardException"><c>invalid_parameter</c>: an option is missing or out of range.</exception>
    public TikTokApiClient(
        TikTokApiOptions options,
        HttpMessageHandler? handler = null,
        ILoggerFactory? loggerFactory = null,
        TimeProvider? timeProvider = null
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();

        var time = timeProvider ?? TimeProvider.System;
        var logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger("Clipyard.TikTokApi");
        _transport = new ApiTransport(options, handler, logger, time);

        var calls = new ApiCalls(_transport, options, logger, time);
        var uploadHosts = new UploadHosts(options);
        OAuth = new OAuthClient(calls, options, time);
        Users = new UserClient(calls);
        Creators = new CreatorClient(calls);
        Posting = new PostingClient(calls, uploadHosts, time);
        Uploads = new UploadClient(new ChunkSender(_transport, uploadHosts, options, time), logger, time);
        Videos = new VideoClient(calls, options, time);
        Webhooks = new WebhookReader(options.ClientSecret, options.WebhookTolerance, time);
    }

    /// <summary>Connecting accounts: consent, tokens, refresh, revocation.</summary>
    public OAuthClient OAuth { get; }

    /// <summary>The connected person's profile.</summary>
    public UserClient Users { get; }

    /// <summary>What the connected person's account may post.</summary>
    public CreatorClient Creators { get; }

    /// <summary>Starting posts and drafts, asking how they fare, cancelling.</summary>
    public PostingClient Posting { get; }

    /// <summary>Sending the bytes of a video.</summary>
    public UploadClient Uploads { get; }

    /// <summary>The connected person's public videos.</summary>
    public VideoClient Videos { get; }

    /// <summary>TikTok's notifications to this app.</summary>
    public WebhookReader Webhooks { get; }

    /// <summary>Closes the connections. What is under way fails.</summary>
    public void Dispose() => _transport.Dispose();
}
