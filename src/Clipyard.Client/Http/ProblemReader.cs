using System.Net;
using System.Text.Json;
using Clipyard.Failures;

namespace Clipyard.Client.Http;

/// <summary>Turns an answer that is no success into an exception.</summary>
internal static class ProblemReader
{
    // A table's refusal names up to a thousand rows.
    private const int LongestProblemBytes = 8 * 1024 * 1024;

    public static async Task<ServerException> ReadAsync(
        HttpResponseMessage response,
        ServerRequest request,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var problem = await ReadPayloadAsync(response, cancellationToken) ?? new ProblemPayload();
        var known = FailureCatalogue.Find(problem.Code ?? "");
        var failure = known ?? Nearest(response.StatusCode);
        return new ServerException(
            failure,
            Detail(problem, failure, response),
            problem.Code ?? failure.Code,
            response.StatusCode
        )
        {
            Operation = request.Operation,
            Address = AddressOf(response),
            Parameter = problem.Parameter,
            RequestId = problem.RequestId ?? Header(response, "X-Request-Id"),
            RetryAfter = RetryAfter(response, problem, time),
            Remedies = problem.Remedies is { Count: > 0 } remedies ? remedies : [problem.Remedy ?? failure.Remedy],
            RowErrors = problem.Errors ?? [],
            RowErrorCount = problem.ErrorCount ?? problem.Errors?.Count ?? 0,
        };
    }

    private static async Task<ProblemPayload?> ReadPayloadAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        if (
            response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase)
            != true
        )
        {
            return null;
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(LongestProblemBytes, cancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync(
                body,
                ClientJsonContext.Default.ProblemPayload,
                cancellationToken
            );
        }
        catch (Exception error) when (error is JsonException or HttpRequestException or IOException)
        {
            // Whoever answered, it was not a Clipyard server; the status says what there is to say.
            return null;
        }
    }

    // The catalogue's own sentence comes first in every message: it is not said twice.
    private static string? Detail(ProblemPayload problem, Failure failure, HttpResponseMessage response)
    {
        if (problem.Code is null)
        {
            return $"The server answered {(int)response.StatusCode} without saying why.";
        }

        string?[] sentences = problem.Code == failure.Code ? [problem.Detail] : [problem.Title, problem.Detail];
        var told = sentences
            .Where(text => text is not null && text != failure.Message)
            .Distinct(StringComparer.Ordinal);
        return string.Join(' ', told) is { Length: > 0 } detail ? detail : null;
    }

    private static Failure Nearest(HttpStatusCode status) =>
        status switch
        {
            HttpStatusCode.Unauthorized => FailureCatalogue.Unauthenticated,
            HttpStatusCode.Forbidden => FailureCatalogue.Forbidden,
            HttpStatusCode.NotFound or HttpStatusCode.Gone => FailureCatalogue.NotFound,
            HttpStatusCode.Conflict => FailureCatalogue.Conflict,
            HttpStatusCode.TooManyRequests => FailureCatalogue.RateLimited,
            HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
                FailureCatalogue.NetworkError,
            >= HttpStatusCode.InternalServerError => FailureCatalogue.InternalError,
            _ => FailureCatalogue.InvalidParameter,
        };

    private static TimeSpan? RetryAfter(HttpResponseMessage response, ProblemPayload problem, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        wait ??= problem.RetryAfter is { } seconds and >= 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string? AddressOf(HttpResponseMessage response) =>
        response.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Path);

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
