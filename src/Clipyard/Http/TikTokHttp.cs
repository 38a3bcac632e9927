using System.Net;
using Clipyard.Failures;

namespace Clipyard.Http;

/// <summary>Sends requests to TikTok's hosts: paced, timed, redirects followed only where they may lead.</summary>
internal sealed class TikTokHttp : IDisposable
{
    /// <summary>More hops than any captured redirect took (docs/tiktok-web.md, "Short links").</summary>
    private const int MaxHops = 5;

    private readonly ClipyardOptions _options;
    private readonly RequestPacer _pacer;
    private readonly TimeProvider _time;
    private readonly ConnectionSlots _slots;
    private readonly HttpMessageInvoker _invoker;

    public TikTokHttp(ClipyardOptions options, RequestPacer pacer, StatisticsRecorder statistics, TimeProvider time)
    {
        _options = options;
        _pacer = pacer;
        _time = time;
        _slots = new ConnectionSlots(options.ConnectionsPerHost);

        HttpMessageHandler transport = new ExitHandler(options);
        if (options.TikTokAddress is { } address)
        {
            transport = new TikTokAddressHandler(address) { InnerHandler = transport };
        }

        var measuring = new MeasuringHandler(statistics, time) { InnerHandler = transport };
        _invoker = new HttpMessageInvoker(new SessionHandler(options) { InnerHandler = measuring });
    }

    /// <summary>Gets an address and follows its redirects.</summary>
    /// <param name="uri">TikTok's own address, whatever it is connected to.</param>
    /// <param name="context">The visit, and whether this is media.</param>
    /// <param name="prepare">Sets further headers on each hop's request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The last answer, headers only, with <see cref="HttpResponseMessage.RequestMessage"/> naming its address.</returns>
    /// <exception cref="ConnectionException"><c>network_error</c>; <c>rate_limited</c>: the exit still rests for long.</exception>
    /// <exception cref="ClipyardException">
    /// <c>foreign_url</c>: a redirect leads away from TikTok. <c>page_changed</c>: the redirects lead nowhere.
    /// </exception>
    public async Task<HttpResponseMessage> GetAsync(
        Uri uri,
        RequestContext context,
        Action<HttpRequestMessage>? prepare,
        CancellationToken cancellationToken
    )
    {
        for (var hop = 0; ; hop++)
        {
            var response = await SendOnceAsync(uri, context, prepare, cancellationToken);
            if (!IsRedirect(response))
            {
                return response;
            }

            using (response)
            {
                uri = RedirectTarget(response, uri, context);
            }

            if (hop == MaxHops)
            {
                throw NowhereTo(uri, context, $"It redirects more than {MaxHops} times.");
            }
        }
    }

    /// <summary>Where an answer redirects to; null when it does not.</summary>
    /// <exception cref="ClipyardException"><c>page_changed</c>: to what is no address.</exception>
    public static Uri? RedirectOf(HttpResponseMessage response, Uri uri, RequestContext context) =>
        IsRedirect(response) ? RedirectTarget(response, uri, context) : null;

    /// <summary>Gets an address without following its redirect.</summary>
    /// <exception cref="ConnectionException"><c>network_error</c>; <c>rate_limited</c>: the exit still rests for long.</exception>
    /// <exception cref="ClipyardException"><c>foreign_url</c>: the address is none of TikTok's; nothing was asked.</exception>
    public async Task<HttpResponseMessage> SendOnceAsync(
        Uri uri,
        RequestContext context,
        Action<HttpRequestMessage>? prepare,
        CancellationToken cancellationToken
    )
    {
        EnsureAllowed(uri, context);
        if (!context.IsMedia)
        {
            await _pacer.WaitAsync(context.Session.Exit, cancellationToken);
            context.Session.CountRequest();
        }

        // Media over HTTP/1.1: one transfer, one connection, so that a slow one holds up no other.
        using var request = new HttpRequestMessage(HttpMethod.Get, uri)
        {
            Version = context.IsMedia ? HttpVersion.Version11 : HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        context.AttachTo(request);
        prepare?.Invoke(request);

        // Taken before the time runs: who waits for others' transfers has not been kept waiting by the host.
        var slot = await _slots.TakeAsync(context.Session.Exit, uri.Host, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await SendInTimeAsync(request, uri, cancellationToken);
            response.Content = new SlotContent(response.Content, slot);
            return response;
        }
        finally
        {
            if (response is null)
            {
                slot.Dispose();
            }
        }
    }

    public void Dispose() => _invoker.Dispose();

    private async Task<HttpResponseMessage> SendInTimeAsync(
        HttpRequestMessage request,
        Uri uri,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(_options.RequestTimeout, _time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var response = await _invoker.SendAsync(request, linked.Token);
            // The request is disposed of here; its address is what callers still ask for.
            response.RequestMessage = new HttpRequestMessage(HttpMethod.Get, uri);
            return response;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw NoAnswer(
                uri,
                $"{uri.Host} did not answer within {_options.RequestTimeout.TotalSeconds:0.#} s.",
                null
            );
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw NoAnswer(uri, $"{uri.Host}: {error.Message}", error);
        }
    }

    private static void EnsureAllowed(Uri uri, RequestContext context)
    {
        if (context.IsMedia ? TikTokHosts.IsMedia(uri) : TikTokHosts.IsSite(uri))
        {
            return;
        }

        throw new ClipyardException(FailureCatalogue.ForeignUrl, $"TikTok's answer leads to {uri.Host}.");
    }

    private static bool IsRedirect(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Contains("Location");

    private static Uri RedirectTarget(HttpResponseMessage response, Uri uri, RequestContext context) =>
        response.Headers.Location is { } location && Uri.TryCreate(uri, location, out var target)
            ? target
            : throw NowhereTo(uri, context, "It redirects to what is no address.");

    // For media a failure of this mirror alone.
    private static ConnectionException NowhereTo(Uri uri, RequestContext context, string detail) =>
        new(context.IsMedia ? FailureCatalogue.NetworkError : FailureCatalogue.PageChanged, detail)
        {
            Address = uri.GetLeftPart(UriPartial.Path),
        };

    private static ConnectionException NoAnswer(Uri uri, string detail, Exception? error) =>
        new(FailureCatalogue.NetworkError, detail, error) { Address = uri.GetLeftPart(UriPartial.Path) };
}
