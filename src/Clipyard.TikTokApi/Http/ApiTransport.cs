using System.Net;
using Microsoft.Extensions.Logging;
using Polly;

namespace Clipyard.TikTokApi.Http;

/// <summary>The connections, and the rule for another try. Turns what the network throws into named failures.</summary>
internal sealed class ApiTransport : IDisposable
{
    private readonly HttpMessageInvoker _invoker;
    private readonly HttpMessageHandler? _own;

    public ApiTransport(TikTokApiOptions options, HttpMessageHandler? handler, ILogger logger, TimeProvider time)
    {
        var transport = handler ?? (_own = Open(options));
        if (options.ApiAddress is { } address)
        {
            transport = new TikTokAddressHandler(address) { InnerHandler = transport };
        }

        // A handler that was given has another owner, and closing ours would close it.
        _invoker = new HttpMessageInvoker(transport, disposeHandler: false);
        Retries = RetryPolicy.Create(options, logger, time);
    }

    /// <summary>For what may be done twice: reads, and chunks.</summary>
    public ResiliencePipeline Retries { get; }

    /// <summary>Sends a request, once.</summary>
    /// <returns>The answer, headers only.</returns>
    /// <exception cref="TikTokApiException"><c>network_error</c>: there was none.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled: by the caller, or by a time-out of theirs.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        Uri uri,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await _invoker.SendAsync(request, cancellationToken);
        }
        catch (Exception error)
            when (error is HttpRequestException or IOException && !cancellationToken.IsCancellationRequested)
        {
            throw NoAnswer(uri, error);
        }
    }

    public void Dispose()
    {
        _invoker.Dispose();
        _own?.Dispose();
    }

    /// <summary>Names what kept an answer away.</summary>
    public static TikTokApiException NoAnswer(Uri uri, Exception error) =>
        new(FailureCatalogue.NetworkError, $"{uri.Host}: {error.Message}", error)
        {
            Address = uri.GetLeftPart(UriPartial.Path),
            MayHaveTakenEffect = !NeverArrived(error),
        };

    /// <summary>Says that an answer took too long.</summary>
    public static TikTokApiException TooLate(Uri uri, TimeSpan timeout) =>
        new(FailureCatalogue.NetworkError, $"{uri.Host} did not answer within {timeout.TotalSeconds:0.#} s.")
        {
            Address = uri.GetLeftPart(UriPartial.Path),
            MayHaveTakenEffect = true,
        };

    private static bool NeverArrived(Exception error) =>
        error
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.ProxyTunnelError
                    or HttpRequestError.SecureConnectionError
            };

    private static SocketsHttpHandler Open(TikTokApiOptions options) =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // A stand-in on this machine is not behind the system's proxy.
            UseProxy = options.ApiAddress is null,
        };
}
