using System.Globalization;
using System.Net;
using Clipyard.Cli.Options;
using Clipyard.Failures;

namespace Clipyard.Cli.Doctor;

/// <summary>Whether TikTok answers at all; its answer also tells the time.</summary>
internal static class NetworkCheck
{
    private const string Check = "network";

    /// <returns>What was found, and how far our clock is ahead of the answer's; null when nothing answered.</returns>
    public static async Task<(Finding Finding, TimeSpan? ClockAhead)> RunAsync(
        Settings settings,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var address = settings.Address(NetworkOptions.TikTokAddress) ?? new Uri("https://www.tiktok.com/");
        var proxy = settings.Values(NetworkOptions.Proxies) is [var first, ..] ? first : null;
        var started = time.GetTimestamp();
        try
        {
            using var http = Client(proxy, settings.Value(NetworkOptions.RequestTimeout));
            using var response = await http.GetAsync(
                new Uri(address, "/robots.txt"),
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken
            );
            var took = time.GetElapsedTime(started).TotalMilliseconds;
            var detail = string.Create(
                CultureInfo.InvariantCulture,
                $"{address.Host} answered {(int)response.StatusCode} in {took:0} ms{Through(proxy)}"
            );
            return (Judge(response.StatusCode, detail), time.GetUtcNow() - response.Headers.Date);
        }
        catch (Exception error) when (IsNetworkTrouble(error, cancellationToken))
        {
            var detail = $"{address.Host} cannot be reached{Through(proxy)}: {error.Message}";
            var remedy = "Check the connection, a firewall, DNS and --proxy.";
            return (Finding.Failed(Check, detail, FailureCatalogue.NetworkError, remedy), null);
        }
    }

    private static Finding Judge(HttpStatusCode status, string detail) =>
        status switch
        {
            HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests => Finding.Failed(
                Check,
                detail,
                FailureCatalogue.BlockedByTikTok
            ),
            HttpStatusCode.ProxyAuthenticationRequired or >= HttpStatusCode.InternalServerError => Finding.Failed(
                Check,
                detail,
                FailureCatalogue.NetworkError
            ),
            _ => Finding.Ok(Check, detail),
        };

    private static bool IsNetworkTrouble(Exception error, CancellationToken cancellationToken) =>
        error is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested;

    private static string Through(Uri? proxy) => proxy is null ? "" : $" through {proxy.Host}";

    private static HttpClient Client(Uri? proxy, TimeSpan? timeout)
    {
        var handler = new SocketsHttpHandler
        {
            Proxy = proxy is null ? null : new WebProxy(proxy),
            UseProxy = proxy is not null,
            AllowAutoRedirect = false,
        };
        return new HttpClient(handler) { Timeout = timeout ?? TimeSpan.FromSeconds(10) };
    }
}
