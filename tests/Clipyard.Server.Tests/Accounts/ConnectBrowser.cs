using System.Net;
using System.Net.Http.Json;
using Clipyard.Server.Tests.Identity;

namespace Clipyard.Server.Tests.Accounts;

/// <summary>A person's browser: cookies, redirects one at a time, pages instead of JSON.</summary>
internal sealed class ConnectBrowser : IDisposable
{
    private readonly ServerHost _host;
    private readonly HttpClient _client;

    public ConnectBrowser(ServerHost host)
    {
        _host = host;
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                CookieContainer = Cookies,
            }
        )
        {
            BaseAddress = host.Server.Address,
        };
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml");
    }

    public CookieContainer Cookies { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>One in which somebody is signed in, the administrator without a wish.</summary>
    public static async Task<ConnectBrowser> SignedInAsync(
        ServerHost host,
        string name = "admin",
        string? password = null
    )
    {
        var browser = new ConnectBrowser(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sign-in");
        request.Content = JsonContent.Create(new { name, password = password ?? host.Password });
        request.Headers.Add("Origin", Browser.Origin(host));
        using var response = await browser._client.SendAsync(request, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return browser;
    }

    public Task<BrowserPage> GetAsync(Uri address) => SendAsync(HttpMethod.Get, address, form: null);

    public Task<BrowserPage> GetAsync(string path) => GetAsync(new Uri(_host.Server.Address, path));

    public Task<BrowserPage> PostAsync(Uri address, params (string Name, string Value)[] form) =>
        SendAsync(HttpMethod.Post, address, form);

    /// <summary>Begins, and stands before the consent page.</summary>
    public async Task<Uri> BeginAsync(string query = "")
    {
        var page = await GetAsync("/api/auth/tiktok" + query);
        page.Status.ShouldBe(HttpStatusCode.Found, page.Text);
        return page.Location!;
    }

    /// <summary>Fills in the consent page as its creator.</summary>
    /// <returns>Where TikTok sends the browser.</returns>
    public async Task<Uri> ConsentAsync(Uri consentPage, string creator, string[]? scopes = null, bool declines = false)
    {
        var page = await GetAsync(consentPage);
        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        page.Text.ShouldContain("Authorize");
        var asked = System.Web.HttpUtility.ParseQueryString(consentPage.Query)["scope"]!.Split(',');
        var answer = await PostAsync(
            new Uri(consentPage, page.Action),
            [
                ("request", page.Field("request")),
                ("creator", creator),
                ("decision", declines ? "decline" : "approve"),
                .. (scopes ?? asked).Select(scope => ("scope", scope)),
            ]
        );
        answer.Status.ShouldBe(HttpStatusCode.Found, answer.Text);
        return answer.Location!;
    }

    /// <summary>All of it.</summary>
    /// <returns>The account's id.</returns>
    public async Task<string> ConnectAsync(string creator, params string[] scopes)
    {
        var back = await ConsentAsync(await BeginAsync(), creator, scopes is { Length: > 0 } ? scopes : null);
        var page = await GetAsync(back);
        page.Status.ShouldBe(HttpStatusCode.Found, page.Text);
        page.Query("tiktok").ShouldBe("connected", page.Location!.Query);
        return page.Query("account_id")!;
    }

    public void Dispose() => _client.Dispose();

    private async Task<BrowserPage> SendAsync(HttpMethod method, Uri address, (string Name, string Value)[]? form)
    {
        using var request = new HttpRequestMessage(method, address);
        if (form is not null)
        {
            request.Content = new FormUrlEncodedContent(
                form.Select(field => KeyValuePair.Create(field.Name, field.Value))
            );
            request.Headers.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        }

        using var response = await _client.SendAsync(request, Stop);
        return await BrowserPage.ReadAsync(response, address, Stop);
    }
}
