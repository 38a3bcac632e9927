using System.Net;
using System.Text.RegularExpressions;
using Clipyard.Sandbox.Official.Apps;

namespace Clipyard.Cli.Tests.Running;

/// <summary>Connects TikTok accounts as a person with a browser would.</summary>
internal static partial class Accounts
{
    /// <summary>Connects a creator's account for the administrator.</summary>
    public static async Task ConnectAsync(this ServerHost host, string creator, CancellationToken cancellationToken)
    {
        var begun = await host.GetAsync("/auth/oauth-url/tiktok");
        var back = host.Sandbox.Official.Consent(new Uri(begun["url"].GetString()!), creator);
        using var browser = new HttpClient(
            new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false }
        );
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var question = await browser.GetStringAsync(back, cancellationToken);
        var fields = HiddenField()
            .Matches(question)
            .ToDictionary(
                field => field.Groups["name"].Value,
                field => WebUtility.HtmlDecode(field.Groups["value"].Value),
                StringComparer.Ordinal
            );
        fields["decision"] = "connect";
        using var form = new FormUrlEncodedContent(fields);
        var action = WebUtility.HtmlDecode(Action().Match(question).Groups["address"].Value);
        using var answer = await browser.PostAsync(new Uri(back, action), form, cancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A creator ends the access in TikTok, and the server finds out when it needs it.</summary>
    public static async Task EndAccessAsync(this ServerHost host, string creator)
    {
        host.Sandbox.Official.Inbox.Disconnect(creator, DemoApps.AuditedKey).ShouldBeTrue();
        var status = await host.GetAsync("/api/tiktok/status");
        var account = status["accounts"]
            .EnumerateArray()
            .Single(account => account.GetProperty("username").GetString() == creator)
            .GetProperty("account_id");
        (await host.GetAsync($"/api/tiktok/accounts/{account}/creator-info")).Code.ShouldBe("reconnect_needed");
    }

    [GeneratedRegex(
        "type=\"hidden\" name=\"(?<name>[a-z]+)\" value=\"(?<value>[^\"]*)\"",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex HiddenField();

    [GeneratedRegex("action=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Action();
}
