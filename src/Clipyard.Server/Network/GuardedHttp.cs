using System.Net;
using System.Net.Http.Headers;
using Clipyard.Failures;
using Microsoft.Extensions.Options;

namespace Clipyard.Server.Network;

/// <inheritdoc cref="IGuardedHttp"/>
internal sealed class GuardedHttp(
    AddressForm form,
    GuardedConnector connector,
    IOptions<NetworkOptions> options,
    TimeProvider time
) : IGuardedHttp, IDisposable
{
    private const int MaxRedirects = 5;

    private readonly HttpMessageInvoker _transport = GuardedTransport.Create(connector, options);

    public Uri Check(string address) => form.Check(address);

    public Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken cancellationToken) =>
        GetAsync(address, options.Value.MaxBytes, cancellationToken);

    public Task<HttpResponseMessage> GetAsync(Uri address, long maxBytes, CancellationToken cancellationToken) =>
        GetAsync(address, maxBytes, hosts: null, cancellationToken);

    public async Task<HttpResponseMessage> GetAsync(
        Uri address,
        long maxBytes,
        IReadOnlyCollection<string>? hosts,
        CancellationToken cancellationToken
    )
    {
        var current = HostPatterns.Within(hosts, form.Check(address.OriginalString));
        var limits = new FetchLimits(current, options.Value, maxBytes, time);
        try
        {
            for (var hops = 0; ; hops++)
            {
                var response = await SendAsync(current, limits, cancellationToken);
                if (!IsRedirect(response))
                {
                    return Accept(response, limits);
                }

                using (response)
                {
                    current =
                        hops < MaxRedirects
                            ? HostPatterns.Within(hosts, Follow(response, current, limits))
                            : throw limits.Unreachable($"It redirects more than {MaxRedirects} times.");
                    limits.MoveTo(current);
                }
            }
        }
        catch
        {
            limits.Dispose();
            throw;
        }
    }

    public Task<CallAnswer> PostAsync(OutgoingCall call, CancellationToken cancellationToken) =>
        new GuardedCalls(form, _transport, time).SendAsync(call, cancellationToken);

    public void Dispose() => _transport.Dispose();

    private async Task<HttpResponseMessage> SendAsync(
        Uri address,
        FetchLimits limits,
        CancellationToken cancellationToken
    )
    {
        using var wait = limits.Wait(options.Value.HeaderTimeout, cancellationToken);
        try
        {
            return await _transport.SendAsync(RequestFor(address), wait.Token);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw limits.TimedOut("It did not answer in time.", error);
        }
        catch (HttpRequestException error)
        {
            throw TransportFaults.RefusalIn(error) ?? limits.Unreachable(TransportFaults.Reason(error), error);
        }
    }

    private Uri Follow(HttpResponseMessage response, Uri from, FetchLimits limits)
    {
        var location = response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.ToString() : "";
        if (location.Length == 0 || !Uri.TryCreate(from, location, out var target))
        {
            throw limits.Unreachable("It redirects to what is no address.");
        }

        var next = form.Check(Whole(location, from) ?? target.AbsoluteUri);
        return from.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps
            ? throw AddressForm.Refuse("It redirects from https to http.")
            : next;
    }

    // A redirect that names its host is checked as it was written: no odd form is tidied away before it is seen.
    private static string? Whole(string location, Uri from)
    {
        if (location.StartsWith("//", StringComparison.Ordinal))
        {
            return $"{from.Scheme}:{location}";
        }

        return location[0] != '/' && Uri.TryCreate(location, UriKind.Absolute, out _) ? location : null;
    }

    private static HttpResponseMessage Accept(HttpResponseMessage response, FetchLimits limits)
    {
        if (response.IsSuccessStatusCode && !(response.Content.Headers.ContentLength > limits.MaxBytes))
        {
            response.Content = new GuardedContent(response.Content, limits);
            return response;
        }

        using (response)
        {
            throw response.IsSuccessStatusCode
                ? limits.TooLarge()
                : limits.Unreachable($"It answered {(int)response.StatusCode}.", Answer(response));
        }
    }

    // So that callers can tell a "no" from a "not now".
    private static HttpRequestException Answer(HttpResponseMessage response) =>
        new(HttpRequestError.Unknown, statusCode: response.StatusCode);

    private HttpRequestMessage RequestFor(Uri address)
    {
        var detour = form.DetourOf(address);
        var request = new HttpRequestMessage(HttpMethod.Get, detour ?? address);
        if (detour is not null)
        {
            request.Headers.Host = address.Authority; // only the connection changes
        }

        request.Headers.UserAgent.Add(new ProductInfoHeaderValue(new ProductHeaderValue("Clipyard")));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        return request;
    }

    private static bool IsRedirect(HttpResponseMessage response) =>
        response.StatusCode
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;
}
