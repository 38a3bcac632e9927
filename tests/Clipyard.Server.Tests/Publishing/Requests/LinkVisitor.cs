using System.Net;

namespace Clipyard.Server.Tests.Publishing.Requests;

/// <summary>Somebody with a link and a browser, who is nobody here.</summary>
internal sealed class LinkVisitor(PostHost host) : IDisposable
{
    private readonly HttpClient _client = host.Server.CreateClient();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Asks for a link, as the owner.</summary>
    public static async Task<string> LinkAsync(PostHost host, Guid postId, int? hours = null)
    {
        var made = await host.DoAsync(postId, "approval-link", new { expires_in_hours = hours });
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        return made["url"].GetString()!;
    }

    /// <summary>Opens the page.</summary>
    public Task<JsonAnswer> OpenAsync(string url, string accept = "text/html") =>
        SendAsync(HttpMethod.Get, url, form: null, accept);

    /// <summary>Presses a button.</summary>
    public Task<JsonAnswer> DecideAsync(
        string url,
        string decision,
        string? reason = null,
        string accept = "text/html",
        string? cookie = null
    ) => SendAsync(HttpMethod.Post, url, [new("decision", decision), new("reason", reason ?? "")], accept, cookie);

    /// <summary>Fetches a file that the page shows.</summary>
    public async Task<(HttpResponseMessage Response, byte[] Bytes)> FetchAsync(string url, string? range = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (range is not null)
        {
            request.Headers.TryAddWithoutValidation("Range", range);
        }

        var response = await _client.SendAsync(request, Stop);
        return (response, await response.Content.ReadAsByteArrayAsync(Stop));
    }

    public void Dispose() => _client.Dispose();

    private async Task<JsonAnswer> SendAsync(
        HttpMethod method,
        string url,
        List<KeyValuePair<string, string>>? form,
        string accept,
        string? cookie = null
    )
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Add("Accept", accept);
        request.Content = form is null ? null : new FormUrlEncodedContent(form);
        if (form is not null)
        {
            request.Headers.Add("Origin", "null"); // as browsers send it from a page without a referrer
        }

        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var response = await _client.SendAsync(request, Stop);
        return await JsonAnswer.ReadAsync(response, Stop);
    }
}
