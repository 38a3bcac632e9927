using System.Net.Http.Json;
using System.Text.RegularExpressions;
using System.Web;

namespace Clipyard.Client.Tests;

/// <summary>Connects an account of the sandbox, as a person does with a browser.</summary>
internal static class TestAccount
{
    private const string Creator = "sunny.garden";

    /// <returns>The account's id.</returns>
    public static async Task<string> AddAsync(ServerHost host)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        browser.BaseAddress = host.Server.Address;
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        await SendAsync(
            browser,
            host.Server.Address,
            "/api/sign-in",
            JsonContent.Create(new { name = "admin", password = host.Password })
        );
        var consent = await FollowAsync(browser, new Uri(host.Server.Address, "/api/auth/tiktok"));
        var page = await browser.GetStringAsync(consent, TestContext.Current.CancellationToken);
        var scopes = HttpUtility.ParseQueryString(consent.Query)["scope"]!.Split(',');
        using var form = new FormUrlEncodedContent([
            new("request", Value(page, "name=\"request\" value=\"([^\"]*)\"")),
            new("creator", Creator),
            new("decision", "approve"),
            .. scopes.Select(scope => KeyValuePair.Create("scope", scope)),
        ]);
        using var allowed = await SendAsync(browser, consent, Value(page, "action=\"([^\"]*)\""), form);
        var done = await FollowAsync(browser, allowed.Headers.Location!);
        return HttpUtility.ParseQueryString(done.Query)["account_id"]!;
    }

    private static string Value(string page, string pattern) =>
        HttpUtility.HtmlDecode(Regex.Match(page, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value);

    private static async Task<Uri> FollowAsync(HttpClient browser, Uri address)
    {
        using var answer = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        return new Uri(address, answer.Headers.Location.ShouldNotBeNull());
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient browser,
        Uri page,
        string action,
        HttpContent content
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(page, action));
        request.Content = content;
        request.Headers.Add("Origin", page.GetLeftPart(UriPartial.Authority));
        return await browser.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
