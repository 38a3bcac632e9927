using System.Net.Http.Headers;
using System.Text.Json;
using Clipyard.Failures;

namespace Clipyard.Cli.Doctor;

/// <summary>Asking a server, and what counts as having had no answer.</summary>
internal static class DoctorRequest
{
    /// <summary>The check's finding; when the server cannot be asked, that.</summary>
    public static async Task<Finding> TryAsync(
        string name,
        Func<Task<Finding>> check,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await check();
        }
        catch (Exception error) when (IsTrouble(error, cancellationToken))
        {
            return Finding.Failed(name, error.Message, FailureCatalogue.NetworkError);
        }
    }

    /// <summary>Asks for a path, with the key when there is one.</summary>
    public static async Task<HttpResponseMessage> AskAsync(
        HttpClient http,
        string path,
        string? key,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key.Trim());
        return await http.SendAsync(request, cancellationToken);
    }

    /// <summary>The answer's JSON.</summary>
    public static async Task<JsonDocument> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken) =>
        JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));

    /// <summary>Whether there was no answer, or none that such a server gives.</summary>
    public static bool IsTrouble(Exception error, CancellationToken cancellationToken) =>
        error is HttpRequestException or JsonException or KeyNotFoundException or UriFormatException
        || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
