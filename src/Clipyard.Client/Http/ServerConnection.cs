using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Clipyard.Failures;

namespace Clipyard.Client.Http;

/// <summary>Sends requests and repeats those that may be repeated.</summary>
internal sealed class ServerConnection(HttpClient http, Uri address, string apiKey, ClipyardServerOptions options)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public ClipyardServerOptions Options => options;

    public Task<T> GetAsync<T>(
        string path,
        string operation,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    ) => SendAsync(ServerRequest.Get(path, operation), type, cancellationToken);

    /// <summary>Sends it and reads the JSON of its success.</summary>
    public Task<T> SendAsync<T>(ServerRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(request, (response, token) => ReadAsync(response, request, type, token), cancellationToken);

    /// <summary>Sends it; a success has nothing to say.</summary>
    public Task SendAsync(ServerRequest request, CancellationToken cancellationToken) =>
        SendAsync(request, (_, _) => Task.FromResult(true), cancellationToken);

    /// <summary>Sends it and reads its success, all within the time-out of a request.</summary>
    public Task<T> SendAsync<T>(
        ServerRequest request,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    ) =>
        RepeatAsync(
            request,
            async token =>
            {
                using var response = await BeginAsync(request, token);
                return await read(response, token);
            },
            cancellationToken
        );

    /// <summary>Sends it and leaves the body of its success to the caller, who disposes the answer.</summary>
    public Task<HttpResponseMessage> OpenAsync(ServerRequest request, CancellationToken cancellationToken) =>
        RepeatAsync(request, token => BeginAsync(request, token), cancellationToken);

    private async Task<T> RepeatAsync<T>(
        ServerRequest request,
        Func<CancellationToken, Task<T>> tryOnce,
        CancellationToken cancellationToken
    )
    {
        for (var failures = 0; ; )
        {
            try
            {
                return await WithinTimeoutAsync(request, tryOnce, cancellationToken);
            }
            catch (ClipyardException error) when (request.MayBeRepeated && failures < options.Retries && MayPass(error))
            {
                var wait = error.RetryAfter ?? TimeSpan.FromMilliseconds(500 * Math.Pow(2, failures));
                if (wait > options.LongestRetryAfter)
                {
                    throw;
                }

                failures++;
                await Task.Delay(wait, options.TimeProvider, cancellationToken);
            }
        }
    }

    private async Task<T> WithinTimeoutAsync<T>(
        ServerRequest request,
        Func<CancellationToken, Task<T>> tryOnce,
        CancellationToken cancellationToken
    )
    {
        var longest = request.Timeout ?? options.Timeout;
        using var timeout = new CancellationTokenSource(longest, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await tryOnce(either.Token);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable(request, $"There was no answer within {longest.TotalSeconds:0.#} s.", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw Unreachable(request, $"{address.GetLeftPart(UriPartial.Authority)}: {error.Message}", error);
        }
    }

    private async Task<HttpResponseMessage> BeginAsync(ServerRequest request, CancellationToken cancellationToken)
    {
        using var message = Message(request);
        var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ProblemReader.ReadAsync(response, request, options.TimeProvider, cancellationToken);
        }
    }

    private HttpRequestMessage Message(ServerRequest request)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(address, request.Path));
        if (request.SendsKey)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        }

        Add(message, "Idempotency-Key", request.IdempotencyKey);
        Add(message, "Prefer", request.Prefer);
        Add(message, "Accept", request.Accept);
        Add(message, "Last-Event-ID", request.LastEventId);
        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        }
        else
        {
            message.Content = request.Content?.Invoke();
        }

        return message;
    }

    private static void Add(HttpRequestMessage message, string name, string? value)
    {
        if (value is not null)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    /// <summary>The server was not there, had no time, or is still busy with the first try of this very request.</summary>
    private static bool MayPass(ClipyardException error) =>
        error switch
        {
            ServerException { Status: HttpStatusCode.Conflict } conflict => conflict.RetryAfter is not null,
            ServerException refused => refused.Status
                is HttpStatusCode.TooManyRequests
                    or HttpStatusCode.BadGateway
                    or HttpStatusCode.ServiceUnavailable
                    or HttpStatusCode.GatewayTimeout,
            _ => error.Failure == FailureCatalogue.NetworkError,
        };

    private static async Task<T> ReadAsync<T>(
        HttpResponseMessage response,
        ServerRequest request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync(body, type, cancellationToken)
                ?? throw new JsonException("The body is 'null'.");
        }
        catch (JsonException error)
        {
            throw new ClipyardException(
                FailureCatalogue.InternalError,
                $"The answer to '{request.Operation}' is not what a Clipyard server sends: {error.Message}",
                error
            )
            {
                Operation = request.Operation,
                Address = response.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Path),
                Remedies = ["Check that the address is a Clipyard server's, and not older than this library."],
            };
        }
    }

    private ClipyardException Unreachable(ServerRequest request, string detail, Exception cause) =>
        new(FailureCatalogue.NetworkError, detail, cause)
        {
            Operation = request.Operation,
            Address = new Uri(address, request.Path).GetLeftPart(UriPartial.Path),
            Remedies =
            [
                "Check that the server runs and that its address is right; `clipyard doctor --server` tests it.",
            ],
        };
}
