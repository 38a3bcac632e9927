using System.Net;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Tests.Identity;
using Clipyard.TikTokApi.OAuth;

namespace Clipyard.Server.Tests.Accounts;

public sealed class ConnectInBrowserTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_signed_in_person_connects_an_account_and_comes_back_to_the_page_that_asked()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        using var browser = await ConnectBrowser.SignedInAsync(host);

        var consent = await browser.BeginAsync("?return_to=/accounts?tab=1");
        var back = await browser.ConsentAsync(consent, DemoWorld.SunnyGarden);
        var page = await browser.GetAsync(back);

        consent.Authority.ShouldBe(host.Sandbox.Address.Authority);
        page.Status.ShouldBe(HttpStatusCode.Found, page.Text);
        page.Location!.AbsolutePath.ShouldBe("/accounts");
        page.Query("tab").ShouldBe("1");
        page.Query("tiktok").ShouldBe("connected");
        var status = await host.GetAsync("/api/tiktok/status");
        status["connected"].GetBoolean().ShouldBeTrue();
        status["mode"].GetString().ShouldBe("clipyard-sandbox");
        status["accounts.0.account_id"].GetString().ShouldBe(page.Query("account_id"));
        status["accounts.0.username"].GetString().ShouldBe(DemoWorld.SunnyGarden);
        status["accounts.0.display_name"].GetString().ShouldNotBeNullOrEmpty();
        status["accounts.0.avatar_url"].GetString().ShouldNotBeNullOrEmpty();
        status["accounts.0.state"].GetString().ShouldBe("connected");
        status["accounts.0.scopes"].GetRawText().ShouldBe("""["user.info.basic","video.upload","video.publish"]""");
        status["accounts.0.missing_scopes"].GetArrayLength().ShouldBe(0);
        status["accounts.0.access_expires_at"]
            .GetDateTimeOffset()
            .ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddHours(23));
        host.Sandbox.Official.Report.Findings.ShouldBeEmpty();
        (await AuditLines.ActionsAsync(host)).ShouldContain("account.connected");
    }

    [Fact]
    public async Task Whoever_declines_connects_nothing_and_the_page_hears_why()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        using var browser = await ConnectBrowser.SignedInAsync(host);

        var back = await browser.ConsentAsync(await browser.BeginAsync(), DemoWorld.SunnyGarden, declines: true);
        var page = await browser.GetAsync(back);

        page.Query("tiktok").ShouldBe("failed");
        page.Query("code").ShouldBe("consent_declined");
        (await host.GetAsync("/api/tiktok/status"))["accounts"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_single_declined_scope_is_named_with_what_it_disables()
    {
        await using var host = await ServerHost.StartAsync(Stop);

        var id = await host.ConnectAsync(DemoWorld.SunnyGarden, TikTokScopes.UserInfoBasic, TikTokScopes.VideoUpload);

        var status = await host.GetAsync("/api/tiktok/status");
        status["accounts.0.missing_scopes.0.scope"].GetString().ShouldBe("video.publish");
        status["accounts.0.missing_scopes.0.disables"].GetString()!.ShouldContain("posted directly");
        var options = await host.GetAsync($"/api/tiktok/accounts/{id}/creator-info");
        options.Status.ShouldBe(HttpStatusCode.Forbidden);
        options.Code.ShouldBe("scope_missing");
        options["detail"].GetString()!.ShouldContain("video.publish");
    }

    [Fact]
    public async Task Who_is_no_target_user_of_TikToks_sandbox_hears_that()
    {
        await using var host = await ServerHost.StartAsync(
            Stop,
            setup =>
                setup with
                {
                    Settings = ServerHost.With(
                        setup,
                        ("TikTok:ClientKey", DemoApps.TargetsKey),
                        ("TikTok:ClientSecret", DemoApps.TargetsSecret)
                    ),
                }
        );
        using var browser = await ConnectBrowser.SignedInAsync(host);

        var back = await browser.ConsentAsync(await browser.BeginAsync(), DemoWorld.HarborLights);
        var page = await browser.GetAsync(back);

        page.Query("code").ShouldBe("not_sandbox_user");
    }

    [Fact]
    public async Task A_state_is_good_once()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        using var browser = await ConnectBrowser.SignedInAsync(host);
        var back = await browser.ConsentAsync(await browser.BeginAsync(), DemoWorld.SunnyGarden);
        await browser.GetAsync(back);
        var before = host.Asked(SandboxEndpoint.Token).Count;

        var again = await browser.GetAsync(back);

        ShouldBeRefused(again);
        host.Asked(SandboxEndpoint.Token).Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_state_is_good_in_its_own_browser_only_and_stays_good_there()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        using var browser = await ConnectBrowser.SignedInAsync(host);
        using var other = await ConnectBrowser.SignedInAsync(host);
        await other.BeginAsync();
        var back = await browser.ConsentAsync(await browser.BeginAsync(), DemoWorld.SunnyGarden);

        ShouldBeRefused(await other.GetAsync(back));
        (await host.GetAsync("/api/tiktok/status"))["accounts"].GetArrayLength().ShouldBe(0);
        (await browser.GetAsync(back)).Query("tiktok").ShouldBe("connected");
    }

    [Fact]
    public async Task A_state_is_too_old_after_ten_minutes()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        await using var host = await ServerHost.StartAsync(Stop, setup => setup with { TimeProvider = clock });
        using var browser = await ConnectBrowser.SignedInAsync(host);
        var back = await browser.ConsentAsync(await browser.BeginAsync(), DemoWorld.SunnyGarden);
        clock.Advance(TimeSpan.FromMinutes(10));

        ShouldBeRefused(await browser.GetAsync(back));
    }

    [Theory]
    [InlineData("/api/auth/tiktok/callback")]
    [InlineData("/api/auth/tiktok/callback?code=abc&scopes=user.info.basic")]
    [InlineData("/api/auth/tiktok/callback?code=abc&state=made-up")]
    [InlineData("/api/auth/tiktok/callback?error=access_denied&state=%3Cscript%3E")]
    public async Task A_callback_that_nobody_waits_for_is_an_error_page_and_for_programs_a_problem(string path)
    {
        await using var host = await ServerHost.StartAsync(Stop);
        using var browser = new ConnectBrowser(host);

        ShouldBeRefused(await browser.GetAsync(path));
        var problem = await host.GetAsync(path);

        problem.Status.ShouldBe(HttpStatusCode.BadRequest);
        problem.Code.ShouldBe("invalid_state");
        host.Asked(SandboxEndpoint.Token).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://app.example.com@evil.example/")]
    [InlineData("accounts")]
    public async Task Nobody_is_led_elsewhere_afterwards(string returnTo)
    {
        await using var host = await StartWithOriginAsync();
        using var browser = await ConnectBrowser.SignedInAsync(host);

        var page = await browser.GetAsync($"/api/auth/tiktok?return_to={Uri.EscapeDataString(returnTo)}");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain("return_to");
    }

    [Fact]
    public async Task A_registered_origin_may_be_returned_to()
    {
        await using var host = await StartWithOriginAsync();
        using var browser = await ConnectBrowser.SignedInAsync(host);

        var consent = await browser.BeginAsync("?return_to=https://app.example.com/tiktok");
        var page = await browser.GetAsync(await browser.ConsentAsync(consent, DemoWorld.SunnyGarden));

        page.Location!.GetLeftPart(UriPartial.Path).ShouldBe("https://app.example.com/tiktok");
        page.Query("tiktok").ShouldBe("connected");
    }

    [Fact]
    public async Task The_path_of_another_registered_address_is_served_too()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var port = host.Server.Address.Port;
        await host.RestartAsync(setup =>
            setup with
            {
                Urls = [$"http://127.0.0.1:{port}"],
                Settings = ServerHost.With(setup, ("TikTok:RedirectUri", $"http://127.0.0.1:{port}/callback/")),
            }
        );

        (await host.ConnectAsync(DemoWorld.SunnyGarden)).ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task A_browser_at_localhost_is_first_led_to_the_public_address()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        using var browser = new ConnectBrowser(host);
        var port = host.Server.Address.Port;

        var page = await browser.GetAsync(new Uri($"http://localhost:{port}/api/auth/tiktok?return_to=/a"));
        var again = await browser.GetAsync(
            new Uri($"http://localhost:{port}/api/auth/tiktok?return_to=/a&from_host=1")
        );

        page.Status.ShouldBe(HttpStatusCode.Found);
        page.Location!.Authority.ShouldBe($"127.0.0.1:{port}");
        page.Query("return_to").ShouldBe("/a");
        again.Status.ShouldBe(HttpStatusCode.Unauthorized, "a host that never fits must not lead round in circles");
    }

    [Fact]
    public async Task Connecting_again_renews_the_same_account()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var first = await host.ConnectAsync(DemoWorld.SunnyGarden, TikTokScopes.UserInfoBasic);

        var second = await host.ConnectAsync(DemoWorld.SunnyGarden);
        await host.ConnectAsync(DemoWorld.HarborLights);

        second.ShouldBe(first);
        var status = await host.GetAsync("/api/tiktok/status");
        status["accounts"].GetArrayLength().ShouldBe(2);
        status["accounts.0.scopes"].GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task An_exchange_that_fails_is_told_to_the_page_that_asked()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        using var browser = await ConnectBrowser.SignedInAsync(host);
        var back = await browser.ConsentAsync(await browser.BeginAsync(), DemoWorld.SunnyGarden);
        host.Fault(SandboxEndpoint.Token, FaultKind.LostAnswer);

        var page = await browser.GetAsync(back);

        page.Query("code").ShouldBe("network_error");
        (await host.GetAsync("/api/tiktok/status"))["accounts"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_account_whose_name_TikTok_does_not_say_is_connected_all_the_same()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        host.Fault(SandboxEndpoint.UserInfo, FaultKind.Status, fault => fault with { Status = 500, Times = null });
        host.Fault(SandboxEndpoint.CreatorInfo, FaultKind.Status, fault => fault with { Status = 500, Times = null });

        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);

        var account = (await host.GetAsync("/api/tiktok/status"))["accounts.0"];
        account.GetProperty("account_id").GetGuid().ShouldBe(id);
        account.GetProperty("username").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    private static Task<ServerHost> StartWithOriginAsync() =>
        ServerHost.StartAsync(
            Stop,
            setup => setup with { Settings = ServerHost.With(setup, ("Cors:Origins", "https://app.example.com")) }
        );

    private static void ShouldBeRefused(BrowserPage page)
    {
        page.Status.ShouldBe(HttpStatusCode.BadRequest, page.Text);
        page.ContentType.ShouldBe("text/html");
        page.Text.ShouldContain("invalid_state");
        page.Text.ShouldNotContain("<script");
    }
}
