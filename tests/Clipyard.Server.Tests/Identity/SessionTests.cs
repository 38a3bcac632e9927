using System.Net;

namespace Clipyard.Server.Tests.Identity;

public sealed class SessionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signing_in_gives_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = new Browser(host);

        var answer = await browser.SignInAsync("admin", host.Password);

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer["name"].GetString().ShouldBe("admin");
        answer["role"].GetString().ShouldBe("administrator");
        answer.Text.ShouldNotContain(host.Password);
        browser.SetCookie.ShouldContain("httponly", Case.Insensitive);
        browser.SetCookie.ShouldContain("samesite=lax", Case.Insensitive);
        browser.SetCookie.ShouldContain("path=/", Case.Insensitive);
        browser.SetCookie.ShouldNotContain("secure", Case.Insensitive);
    }

    [Fact]
    public async Task On_https_the_cookie_is_for_https_alone()
    {
        await using var host = await ServerHost.StartAsync(
            Cancellation,
            setup => setup with { Settings = ServerHost.With(setup, ("PublicAddress", "https://clips.example.org")) }
        );
        using var browser = new Browser(host);

        await browser.SendAsync(
            HttpMethod.Post,
            "/api/sign-in",
            new { name = "admin", password = host.Password },
            ("Origin", "https://clips.example.org")
        );

        browser.SetCookie.ShouldContain("; secure", Case.Insensitive);
    }

    [Fact]
    public async Task A_session_may_do_everything_but_administrate_and_administrators_that_too()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var ben = await Someone.AddAsync(host, "ben");
        using var administrator = await Browser.SignedInAsync(host, "admin", host.Password);
        using var member = await Browser.SignedInAsync(host, "ben", ben.Password);

        var scopes = "read archive draft publish approve tasks";
        Scopes(await member.GetAsync("/api/me")).ShouldBe(scopes);
        Scopes(await administrator.GetAsync("/api/me")).ShouldBe(scopes + " admin");
        (await member.GetAsync("/api/people")).Code.ShouldBe("forbidden");
        (await administrator.GetAsync("/api/people")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_survives_a_restart_of_the_server()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = await Browser.SignedInAsync(host, "admin", host.Password);

        await host.RestartAsync();

        using var after = new Browser(host) { Cookie = browser.Cookie };
        (await after.GetAsync("/api/me"))["name"].GetString().ShouldBe("admin");
    }

    [Fact]
    public async Task What_encrypts_cookies_is_for_its_owner_s_eyes_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps files apart by other means.");
            return;
        }

        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = await Browser.SignedInAsync(host, "admin", host.Password);
        var folder = Path.Combine(host.DataFolder, "keys");

        File.GetUnixFileMode(folder)
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var files = Directory.GetFiles(folder, "*.xml");
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_session_ends_two_weeks_after_its_last_use()
    {
        var clock = new ManualClock();
        await using var host = await ServerHost.StartAsync(
            Cancellation,
            setup => setup with { TimeProvider = clock, StartScheduler = false } // or every sweep of those weeks runs
        );
        using var browser = await Browser.SignedInAsync(host, "admin", host.Password);

        foreach (var _ in Enumerable.Range(0, 3))
        {
            clock.Advance(TimeSpan.FromDays(8));
            (await browser.GetAsync("/api/me")).Status.ShouldBe(HttpStatusCode.OK);
        }

        clock.Advance(TimeSpan.FromDays(14.1));
        (await browser.GetAsync("/api/me")).Code.ShouldBe("unauthenticated");
    }

    [Fact]
    public async Task Signing_out_ends_this_browser_s_session_and_twice_is_no_error()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = await Browser.SignedInAsync(host, "admin", host.Password);
        using var other = await Browser.SignedInAsync(host, "admin", host.Password);

        (await browser.PostAsync("/api/sign-out")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await browser.PostAsync("/api/sign-out")).Status.ShouldBe(HttpStatusCode.NoContent);

        browser.Cookie.ShouldBeNull();
        (await browser.GetAsync("/api/me")).Code.ShouldBe("unauthenticated");
        (await other.GetAsync("/api/me")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_also_with_a_kept_cookie()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = await Browser.SignedInAsync(host, "admin", host.Password);
        using var other = await Browser.SignedInAsync(host, "admin", host.Password);
        using var thief = new Browser(host) { Cookie = browser.Cookie };

        await browser.PostAsync("/api/sign-out", new { everywhere = true });

        (await other.GetAsync("/api/me")).Code.ShouldBe("unauthenticated");
        (await thief.GetAsync("/api/me")).Code.ShouldBe("unauthenticated");
        (await host.GetAsync("/api/me")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task With_a_key_the_cookie_is_ignored_also_when_the_key_is_wrong()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = await Browser.SignedInAsync(host, "admin", host.Password);
        var ben = await Someone.AddAsync(host, "ben");

        var asBen = await browser.SendAsync(HttpMethod.Get, "/api/me", null, ("X-API-Key", ben.Key));
        asBen["name"].GetString().ShouldBe("ben");
        foreach (
            var (name, value) in new[] { ("X-API-Key", "cyk_wrong"), ("X-API-Key", ""), ("Authorization", "Bearer x") }
        )
        {
            (await browser.SendAsync(HttpMethod.Get, "/api/me", null, (name, value))).Code.ShouldBe("unauthenticated");
        }
    }

    [Fact]
    public async Task A_forged_cookie_is_no_session()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = new Browser(host) { Cookie = "clipyard_session=CfDJ8AAAA" };

        (await browser.GetAsync("/api/me")).Code.ShouldBe("unauthenticated");
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(true, "https://evil.example")]
    [InlineData(true, "null")]
    [InlineData(false, "own")]
    public async Task Another_site_cannot_use_a_signed_in_browser(bool hasHeader, string? origin)
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = await Browser.SignedInAsync(host, "admin", host.Password);
        var headers = new List<(string, string)>();
        if (hasHeader)
        {
            headers.Add(("X-Clipyard", "1"));
        }

        if (origin is not null)
        {
            headers.Add(("Origin", origin == "own" ? Browser.Origin(host) : origin));
        }

        var answer = await browser.SendAsync(HttpMethod.Post, "/api/keys", Key, [.. headers]);

        answer.Code.ShouldBe("forbidden");
        answer["remedy"].GetString().ShouldNotBeNullOrEmpty();
        (await browser.GetAsync("/api/keys"))["total"].GetInt32().ShouldBe(1);
        (await browser.PostAsync("/api/keys", Key)).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Another_site_cannot_sign_a_browser_in()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var browser = new Browser(host);

        var answer = await browser.SendAsync(
            HttpMethod.Post,
            "/api/sign-in",
            new { name = "admin", password = host.Password },
            ("Origin", "https://evil.example")
        );

        answer.Code.ShouldBe("forbidden");
        browser.Cookie.ShouldBeNull();
    }

    [Fact]
    public async Task Somebody_who_is_signed_in_can_sign_in_as_somebody_else()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var ben = await Someone.AddAsync(host, "ben");
        using var browser = await Browser.SignedInAsync(host, "admin", host.Password);

        (await browser.SignInAsync("ben", ben.Password)).Status.ShouldBe(HttpStatusCode.OK);

        (await browser.GetAsync("/api/me"))["name"].GetString().ShouldBe("ben");
    }

    private static object Key => new { name = "made in a browser", scopes = new[] { "read" } };

    private static string Scopes(JsonAnswer answer) =>
        string.Join(' ', answer["scopes"].EnumerateArray().Select(scope => scope.GetString()));
}
