using System.Net;
using System.Net.Http.Json;

namespace Clipyard.Server.Tests.Identity;

/// <summary>A browser on our pages: keeps the session's cookie whatever its date, and sends what our pages send.</summary>
internal sealed class Browser(ServerHost host) : IDisposable
{
    private readonly HttpClient _client = host.CreateClient();

    /// <summary>The cookie as it would be sent; null without a session.</summary>
    public string? Cookie { get; set; }

    /// <summary>The last <c>Set-Cookie</c>, with its attributes.</summary>
    public string SetCookie { get; private set; } = "";

    public async Task<JsonAnswer> SignInAsync(string name, string password) =>
        await PostAsync("/api/sign-in", new { name, password });

    /// <summary>Signs in and demands that it worked.</summary>
    public static async Task<Browser> SignedInAsync(ServerHost host, string name, string password)
    {
        var browser = new Browser(host);
        (await browser.SignInAsync(name, password)).Status.ShouldBe(HttpStatusCode.OK);
        return browser;
    }

    public Task<JsonAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<JsonAnswer> PostAsync(string path, object? body = null) =>
        SendAsync(HttpMethod.Post, path, body, ("Origin", Origin(host)), ("X-Clipyard", "1"));

    /// <summary>Sends just these headers, and the cookie.</summary>
    public async Task<JsonAnswer> SendAsync(
        HttpMethod method,
        string path,
        object? body = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (Cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", Cookie);
        }

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            SetCookie = set.ShouldHaveSingleItem();
            var pair = SetCookie.Split(';')[0];
            Cookie = pair.EndsWith('=') ? null : pair;
        }

        return await JsonAnswer.ReadAsync(response, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _client.Dispose();

    public static string Origin(ServerHost host) => host.Server.Address.GetLeftPart(UriPartial.Authority);
}
