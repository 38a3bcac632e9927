using System.Net;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Accounts.Connecting;
using Clipyard.Server.Tests.Identity;

namespace Clipyard.Server.Tests.Accounts;

public sealed class ConnectByKeyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_address_made_with_a_key_ends_at_a_page_that_asks_first()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        using var browser = new ConnectBrowser(host);

        var page = await AskedAsync(host, browser);

        page.Text.ShouldContain("admin");
        page.Text.ShouldContain("@" + DemoWorld.SunnyGarden);
        page.Text.ShouldNotContain("<script");
        (await host.GetAsync("/api/tiktok/status"))["accounts"].GetArrayLength().ShouldBe(0);

        var done = await AnswerAsync(browser, page, "connect");

        done.Status.ShouldBe(HttpStatusCode.OK, done.Text);
        done.Text.ShouldContain("is connected");
        (await host.GetAsync("/api/tiktok/status"))["accounts.0.username"].GetString().ShouldBe(DemoWorld.SunnyGarden);
        var line = (await AuditLines.ReadAsync(host.Server.Services)).Single(line =>
            line.Action == "account.connected"
        );
        line.Actor.ShouldStartWith("key:");
    }

    [Fact]
    public async Task A_person_who_is_signed_in_here_as_somebody_else_can_answer()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var ben = await Someone.AddAsync(host, "ben");
        using var browser = await ConnectBrowser.SignedInAsync(host, ben.Name, ben.Password);

        var done = await AnswerAsync(browser, await AskedAsync(host, browser), "connect");

        done.Status.ShouldBe(HttpStatusCode.OK, done.Text);
        (await host.GetAsync("/api/tiktok/status"))["connected"].GetBoolean().ShouldBeTrue();
        using var bens = host.CreateClient(ben.Key);
        (await bens.GetStringAsync("/api/tiktok/status", Stop)).ShouldContain("\"accounts\":[]");
    }

    [Fact]
    public async Task Whoever_says_no_there_gives_the_access_back()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        using var browser = new ConnectBrowser(host);

        var page = await AnswerAsync(browser, await AskedAsync(host, browser), "decline");

        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Text.ShouldContain("consent_declined");
        host.Asked(SandboxEndpoint.Revoke).Count.ShouldBe(1);
        (await host.GetAsync("/api/tiktok/status"))["accounts"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_question_is_answered_once_and_by_the_browser_that_was_asked()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        using var browser = new ConnectBrowser(host);
        using var other = new ConnectBrowser(host);
        var page = await AskedAsync(host, browser);

        (await AnswerAsync(other, page, "connect")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await AnswerAsync(browser, page, "connect", proof: new string('A', 43))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await AnswerAsync(browser, page, "connect")).Status.ShouldBe(HttpStatusCode.OK);
        (await AnswerAsync(browser, page, "connect")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_was_granted_and_never_confirmed_is_given_back_and_forgotten()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        await using var host = await ServerHost.StartAsync(
            Stop,
            setup => setup with { TimeProvider = clock, StartScheduler = false }
        );
        using var browser = new ConnectBrowser(host);
        var page = await AskedAsync(host, browser);
        clock.Advance(TimeSpan.FromMinutes(11));

        await host.SweepAsync<OldAttemptSweep>();

        host.Asked(SandboxEndpoint.Revoke).Count.ShouldBe(1);
        (await AnswerAsync(browser, page, "connect")).Text.ShouldContain("invalid_state");
    }

    [Fact]
    public async Task Names_are_escaped_on_the_page()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        const string Name = "<img src=x onerror=alert(1)>";
        var sunny = host.Sandbox.World.FindCreator(DemoWorld.SunnyGarden)!;
        host.Sandbox.World.RemoveCreator(sunny.Username);
        host.Sandbox.World.AddCreator(sunny with { Nickname = Name });
        using var browser = new ConnectBrowser(host);

        var page = await AskedAsync(host, browser);

        page.Text.ShouldNotContain(Name);
        page.Text.ShouldContain("&lt;img src=x");
    }

    [Fact]
    public async Task A_key_cannot_use_the_browsers_way()
    {
        await using var host = await ServerHost.StartAsync(Stop);

        var answer = await host.GetAsync("/api/auth/tiktok");

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer["remedy"].GetString()!.ShouldContain("/auth/oauth-url/tiktok");
    }

    [Fact]
    public async Task The_address_says_until_when_it_is_good()
    {
        await using var host = await ServerHost.StartAsync(Stop);

        var answer = await host.GetAsync("/auth/oauth-url/tiktok");

        var url = new Uri(answer["url"].GetString()!);
        url.Query.ShouldContain($"state={answer["state"].GetString()}");
        url.Query.ShouldContain("scope=user.info.basic%2Cvideo.upload%2Cvideo.publish");
        url.Query.ShouldContain("code_challenge_method=S256");
        answer["expires_at"].GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddMinutes(9));
    }

    private static async Task<BrowserPage> AskedAsync(ServerHost host, ConnectBrowser browser)
    {
        var answer = await host.GetAsync("/auth/oauth-url/tiktok");
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        var back = await browser.ConsentAsync(new Uri(answer["url"].GetString()!), DemoWorld.SunnyGarden);
        var page = await browser.GetAsync(back);
        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        return page;
    }

    private static Task<BrowserPage> AnswerAsync(
        ConnectBrowser browser,
        BrowserPage page,
        string decision,
        string? proof = null
    ) =>
        browser.PostAsync(
            new Uri(page.Action),
            ("attempt", page.Field("attempt")),
            ("proof", proof ?? page.Field("proof")),
            ("decision", decision)
        );
}
