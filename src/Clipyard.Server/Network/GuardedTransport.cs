using Microsoft.Extensions.Options;

namespace Clipyard.Server.Network;

/// <summary>Sends requests and adds nothing of its own: no proxy, cookies, credentials, redirects, trace ids.</summary>
internal static class GuardedTransport
{
    private const int HeaderKilobytes = 32;

    public static HttpMessageInvoker Create(GuardedConnector connector, IOptions<NetworkOptions> options) =>
        new(
            new SocketsHttpHandler
            {
                ActivityHeadersPropagator = null,
                AllowAutoRedirect = false,
                ConnectCallback = connector.ConnectAsync,
                ConnectTimeout = options.Value.ConnectTimeout,
                Credentials = null,
                MaxResponseDrainSize = 0,
                MaxResponseHeadersLength = HeaderKilobytes,
                PreAuthenticate = false,
                UseCookies = false,
                UseProxy = false,
            }
        );
}
