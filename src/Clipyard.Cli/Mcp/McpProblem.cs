using System.Net;
using System.Text.Json;
using Clipyard.Failures;

namespace Clipyard.Cli.Mcp;

/// <summary>Names why a server did not take a message.</summary>
internal static class McpProblem
{
    public static async Task<ClipyardException> ReadAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return NoServer(response);
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(text);
            var (problem, status) = (document.RootElement, response.StatusCode);
            return new ClipyardException(FailureOf(problem, status), problem.GetProperty("detail").GetString())
            {
                Remedies = [RemedyOf(problem, status)],
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return NoServer(response);
        }
    }

    private static Failure FailureOf(JsonElement problem, HttpStatusCode status) =>
        FailureCatalogue.Find(problem.GetProperty("code").GetString() ?? "")
        ?? (status == HttpStatusCode.Unauthorized ? FailureCatalogue.Unauthenticated : FailureCatalogue.InternalError);

    // The server's own remedy is for those who call it themselves.
    private static string RemedyOf(JsonElement problem, HttpStatusCode status) =>
        status == HttpStatusCode.Unauthorized
            ? "Give a key that works, in CLIPYARD_KEY or with --key; the server's pages make keys."
            : problem.GetProperty("remedy").GetString() ?? "";

    private static ClipyardException NoServer(HttpResponseMessage response) =>
        new(
            FailureCatalogue.NetworkError,
            $"{response.RequestMessage?.RequestUri} answered with status {(int)response.StatusCode}, not as a Clipyard server."
        )
        {
            Remedies = ["Check --server; `clipyard doctor --server` tests it."],
        };
}
