using System.Net.Http.Headers;
using System.Reflection;
using Clipyard.Failures;

namespace Clipyard.Server.Network;

/// <summary>Sends with POST to addresses that somebody gave. An address may be a secret: what is said names only its origin.</summary>
internal sealed class GuardedCalls(AddressForm form, HttpMessageInvoker transport, TimeProvider time)
{
    private const int MostBytesRead = 4 * 1024;

    private static readonly ProductInfoHeaderValue Agent = new("Clipyard", VersionOf(typeof(GuardedCalls).Assembly));

    /// <inheritdoc cref="IGuardedHttp.PostAsync"/>
    public async Task<CallAnswer> SendAsync(OutgoingCall call, CancellationToken cancellationToken)
    {
        var address = form.Check(call.Address);
        using var limit = new CancellationTokenSource(call.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = RequestFor(address, call);
        try
        {
            using var response = await transport.SendAsync(request, either.Token);
            var beginning = await BeginningAsync(response, either.Token);
            return new CallAnswer(
                response.StatusCode,
                response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type)
                    ? type.ToString()
                    : null,
                beginning,
                RetryAfterOf(response),
                form.IsTrusted(address)
            );
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable(address, $"It did not answer within {call.Timeout.TotalSeconds:0.#} s.", error);
        }
        catch (HttpRequestException error)
        {
            throw TransportFaults.RefusalIn(error) ?? Unreachable(address, TransportFaults.Reason(error), error);
        }
    }

    private static HttpRequestMessage RequestFor(Uri address, OutgoingCall call)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ReadOnlyMemoryContent(call.Body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.UserAgent.Add(Agent);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
        foreach (var (name, value) in call.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    // The status is the answer. What the body brings beyond it, or that it breaks off or never ends, changes nothing.
    private static async Task<ReadOnlyMemory<byte>> BeginningAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var buffer = new byte[MostBytesRead];
        var read = 0;
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            while (
                read < buffer.Length
                && await body.ReadAsync(buffer.AsMemory(read), cancellationToken) is > 0 and var count
            )
            {
                read += count;
            }
        }
        catch (Exception error) when (error is IOException or HttpRequestException or OperationCanceledException)
        {
            // As far as it came.
        }

        return buffer.AsMemory(0, read);
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => null,
        };

    private static ClipyardException Unreachable(Uri address, string reason, Exception cause) =>
        new(FailureCatalogue.UrlUnreachable, reason, cause) { Address = address.GetLeftPart(UriPartial.Authority) };

    // Without what the build adds behind the plus sign.
    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
