using Clipyard.Failures;
using Clipyard.Server.Api;
using Clipyard.Server.Archive.TikTok;
using Clipyard.TikTokApi;
using Clipyard.TikTokApi.OAuth;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Accounts.App;

/// <summary>The app at TikTok's developer portal, and the one client that speaks for it in this process.</summary>
internal sealed class TikTokApp : IDisposable
{
    /// <summary>The path that is served whatever the portal knows.</summary>
    public const string CallbackPath = "/api/auth/tiktok/callback";

    private readonly TikTokAppOptions _options;
    private readonly TikTokOptions _patience;
    private readonly Uri? _tikTokAddress;
    private readonly IPublicAddress _address;
    private readonly CallCounter _counter;
    private readonly Lazy<TikTokApiClient> _client;

    public TikTokApp(
        IOptions<TikTokAppOptions> options,
        IOptions<TikTokOptions> patience,
        IOptions<ServerOptions> server,
        IPublicAddress address,
        TikTokMetrics metrics,
        ILoggerFactory logging,
        TimeProvider time
    )
    {
        _options = options.Value;
        _patience = patience.Value;
        _tikTokAddress = server.Value.TikTokAddress;
        _address = address;
        _counter = new CallCounter(metrics, _patience.ConnectTimeout, isTikTok: _tikTokAddress is null);
        _client = new(() => new TikTokApiClient(ClientOptions(), _counter, logging, time));
    }

    /// <summary>Whether there is one.</summary>
    public bool IsConfigured => _options.IsConfigured();

    /// <summary>Its public name.</summary>
    public string ClientKey => _options.ClientKey ?? "";

    /// <summary>What stands behind it.</summary>
    public TikTokMode Mode => AppSettings.ModeOf(_options, _tikTokAddress) ?? TikTokMode.Production;

    /// <summary>What people are asked to grant.</summary>
    public ScopeSet Scopes => field ??= ScopeSet.Parse(_options.Scopes);

    /// <summary>When a challenge is sent.</summary>
    public PkceUse Pkce => AppSettings.PkceOf(_options.Pkce) ?? PkceUse.Always;

    /// <summary>Where TikTok sends browsers back to. Known once the server listens.</summary>
    public Uri RedirectUri =>
        field ??= new Uri(_options.RedirectUri is { Length: > 0 } given ? given : _address.Absolute(CallbackPath));

    /// <summary>The client.</summary>
    /// <exception cref="ClipyardException"><c>app_not_configured</c>.</exception>
    public TikTokApiClient Client
    {
        get
        {
            ThrowIfNotConfigured();
            return _client.Value;
        }
    }

    /// <exception cref="ClipyardException"><c>app_not_configured</c>.</exception>
    public void ThrowIfNotConfigured()
    {
        if (!IsConfigured)
        {
            throw new ClipyardException(
                FailureCatalogue.AppNotConfigured,
                "TIKTOK_CLIENT_KEY and TIKTOK_CLIENT_SECRET are not set."
            )
            {
                Remedies =
                [
                    "Set both to those of your app at developers.tiktok.com (docs/tiktok-app.md) and start again.",
                    "Or try everything without TikTok: clipyard sandbox stands in for it and has apps ready; start the "
                        + "server with --tiktok-address and one of their keys.",
                ],
            };
        }
    }

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }

        _counter.Dispose();
    }

    private TikTokApiOptions ClientOptions()
    {
        var options = new TikTokApiOptions
        {
            ClientKey = ClientKey,
            ClientSecret = _options.ClientSecret ?? "",
            ApiAddress = _tikTokAddress is null ? null : new Uri(_tikTokAddress.GetLeftPart(UriPartial.Authority)),
            ConnectTimeout = _patience.ConnectTimeout,
            RequestTimeout = _patience.RequestTimeout,
            RetryDelay = _patience.RetryDelay,
            Tries = _patience.Retries + 1,
            WebhookTolerance = _options.WebhookTolerance,
        };
        var page =
            _options.AuthorizeAddress
            ?? (_tikTokAddress is null ? null : new Uri(_tikTokAddress, "/v2/auth/authorize/"));
        return page is null ? options : options with { AuthorizeAddress = page };
    }
}
