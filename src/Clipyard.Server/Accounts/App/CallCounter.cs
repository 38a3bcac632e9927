using System.Collections.Frozen;
using System.Net;

namespace Clipyard.Server.Accounts.App;

/// <summary>The connections to TikTok's API, with every call counted by endpoint and code.</summary>
internal sealed class CallCounter : DelegatingHandler
{
    private const string ApiHost = "open.tiktokapis.com";

    /// <summary>What the client itself takes at most.</summary>
    private const int LongestAnswer = 4 * 1024 * 1024;

    // A closed list: what stands in an address must not make series without end.
    private static readonly FrozenDictionary<string, string> Endpoints = new[]
    {
        "/v2/oauth/token/",
        "/v2/oauth/revoke/",
        "/v2/user/info/",
        "/v2/video/list/",
        "/v2/video/query/",
        "/v2/post/publish/creator_info/query/",
        "/v2/post/publish/video/init/",
        "/v2/post/publish/inbox/video/init/",
        "/v2/post/publish/content/init/",
        "/v2/post/publish/status/fetch/",
        "/v2/post/publish/cancel/",
    }.ToFrozenDictionary(path => path, path => path["/v2/".Length..].TrimEnd('/'), StringComparer.Ordinal);

    private readonly TikTokMetrics _metrics;

    public CallCounter(TikTokMetrics metrics, TimeSpan connectTimeout, bool isTikTok)
        : base(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = connectTimeout,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                // A stand-in on this machine is not behind the system's proxy.
                UseProxy = isTikTok,
            }
        ) => _metrics = metrics;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var endpoint = EndpointOf(request);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            _metrics.Called(endpoint, await CodeOfAsync(request, response, cancellationToken));
            return response;
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            _metrics.Called(endpoint, "no_answer");
            throw;
        }
    }

    private static bool IsApi(HttpRequestMessage request) =>
        (request.Headers.Host ?? request.RequestUri?.Host) is { } host
        && host.StartsWith(ApiHost, StringComparison.OrdinalIgnoreCase);

    private static string EndpointOf(HttpRequestMessage request) =>
        IsApi(request) ? Endpoints.GetValueOrDefault(request.RequestUri?.AbsolutePath ?? "", "other") : "upload";

    // TikTok sends errors with status 200, too: the code is in the body.
    private static async Task<string> CodeOfAsync(
        HttpRequestMessage request,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        if (!IsApi(request))
        {
            return ((int)response.StatusCode).ToString();
        }

        await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return AnswerCode.Of(body) ?? (response.IsSuccessStatusCode ? "ok" : ((int)response.StatusCode).ToString());
    }
}
