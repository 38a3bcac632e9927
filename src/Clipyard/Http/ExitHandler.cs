using System.Collections.Concurrent;
using System.Net;

namespace Clipyard.Http;

/// <summary>The connections: one pool per network exit, pages and media apart.</summary>
/// <remarks>Apart, because pages are welcome compressed and media is not: a resumed range counts bytes as sent.</remarks>
internal sealed class ExitHandler(ClipyardOptions options) : HttpMessageHandler
{
    private readonly ConcurrentDictionary<(string Exit, bool IsMedia), Lazy<HttpMessageInvoker>> _pools = new();

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var context = RequestContext.Of(request);
        var pool = _pools.GetOrAdd(
            (context.Session.Exit, context.IsMedia),
            key => new Lazy<HttpMessageInvoker>(() => new HttpMessageInvoker(Open(context.Session.Proxy, key.IsMedia)))
        );
        return pool.Value.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var pool in _pools.Values)
            {
                pool.Value.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private SocketsHttpHandler Open(Uri? proxy, bool isMedia) =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = isMedia ? DecompressionMethods.None : DecompressionMethods.All,
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // A stand-in on this machine is not behind the system's proxy.
            UseProxy = proxy is not null || options.TikTokAddress is null,
            Proxy = proxy is null ? null : new WebProxy(proxy) { Credentials = CredentialsOf(proxy) },
        };

    private static NetworkCredential? CredentialsOf(Uri proxy)
    {
        if (proxy.UserInfo.Split(':', 2) is not [{ Length: > 0 } user, .. var rest])
        {
            return null;
        }

        return new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(rest.FirstOrDefault() ?? ""));
    }
}
