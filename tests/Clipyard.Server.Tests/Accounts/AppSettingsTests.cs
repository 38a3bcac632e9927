using System.Net;
using Clipyard.Failures;
using Clipyard.Server.Accounts.App;
using Clipyard.Server.Tests.Api;
using Microsoft.Extensions.Logging;

namespace Clipyard.Server.Tests.Accounts;

public sealed class AppSettingsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_an_app_every_route_says_so_and_names_the_sandbox()
    {
        await using var host = await StartAsync(("TikTok:ClientKey", null), ("TikTok:ClientSecret", null));
        using var browser = await ConnectBrowser.SignedInAsync(host);

        var begun = await browser.GetAsync("/api/auth/tiktok");
        JsonAnswer[] answers =
        [
            await host.GetAsync("/auth/oauth-url/tiktok"),
            await host.GetAsync("/api/auth/tiktok/callback?state=a&code=b"),
            await host.GetAsync("/api/tiktok/status"),
            await host.PostAsync("/api/tiktok/disconnect"),
            await host.GetAsync($"/api/tiktok/accounts/{Guid.NewGuid()}/creator-info"),
        ];

        begun.Status.ShouldBe(HttpStatusCode.Conflict);
        begun.Text.ShouldContain("app_not_configured");
        foreach (var answer in answers)
        {
            answer.Status.ShouldBe(HttpStatusCode.Conflict, answer.Text);
            answer.Code.ShouldBe("app_not_configured");
            answer["remedies"].GetRawText().ShouldContain("clipyard sandbox");
        }
    }

    [Theory]
    [InlineData("TikTok:ClientSecret", "", "TikTok:ClientKey and TikTok:ClientSecret belong together")]
    [InlineData(
        "TikTok:RedirectUri",
        "http://clips.example.com/callback",
        "TikTok:RedirectUri must begin with https://"
    )]
    [InlineData(
        "TikTok:RedirectUri",
        "https://clips.example.com/a?b=c",
        "TikTok:RedirectUri must be an absolute address"
    )]
    [InlineData("TikTok:RedirectUri", "https://clips.example.com/", "TikTok:RedirectUri needs a path of its own")]
    [InlineData("TikTok:Scopes", " ", "TikTok:Scopes must name at least one scope")]
    [InlineData("TikTok:Pkce", "never", "TikTok:Pkce must be always or loopback-only")]
    [InlineData("TikTok:Mode", "sandbox", "TikTok:Mode must be clipyard-sandbox")]
    [InlineData("TikTok:WebhookTolerance", "00:00:00", "TikTok:WebhookTolerance must be positive")]
    [InlineData("TikTok:AuthorizeAddress", "ftp://a.example/", "TikTok:AuthorizeAddress must be")]
    [InlineData("MasterKey", "too short", "CLIPYARD_MASTER_KEY must have at least 32 characters")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence(string setting, string value, string sentence)
    {
        var error = await Should.ThrowAsync<ClipyardException>(() => StartAsync((setting, value)));

        error.Code.ShouldBe("invalid_parameter");
        error.Message.ShouldContain(sentence);
    }

    [Fact]
    public async Task The_mode_of_our_sandbox_without_one_stops_the_start()
    {
        var error = await Should.ThrowAsync<ClipyardException>(() =>
            StartAsync(("TikTok:Mode", "clipyard-sandbox"), ("TikTokAddress", null))
        );

        error.Message.ShouldContain("TikTokAddress names none");
    }

    [Fact]
    public async Task An_address_that_TikTok_would_not_take_is_told_to_whoever_connects()
    {
        await using var host = await StartAsync(("PublicAddress", "http://10.0.0.7:8000"));

        var answer = await host.GetAsync("/auth/oauth-url/tiktok");

        answer.Code.ShouldBe("app_not_configured");
        answer["detail"].GetString()!.ShouldContain("http://10.0.0.7:8000/api/auth/tiktok/callback");
        answer["remedy"].GetString()!.ShouldContain("PublicAddress");
    }

    [Theory]
    [InlineData(null, "awkey", null, "http://127.0.0.1:1", "clipyard-sandbox")]
    [InlineData(null, "sbkey", null, null, "tiktok-sandbox")]
    [InlineData(null, "awkey", null, null, "production")]
    [InlineData("true", "awkey", null, null, "tiktok-sandbox")]
    [InlineData("false", "sbkey", null, null, "production")]
    public void The_mode_follows_from_what_is_set(
        string? environment,
        string key,
        string? mode,
        string? address,
        string expected
    ) => AppSettings.NameOf(ModeOf(environment, key, mode, address).ShouldNotBeNull()).ShouldBe(expected);

    [Fact]
    public void The_names_of_existing_deployments_are_read()
    {
        var settings = EnvironmentNames
            .Read(name => name.StartsWith("TIKTOK_", StringComparison.Ordinal) ? name.ToLowerInvariant() : null)
            .ToDictionary();

        settings["TikTok:ClientKey"].ShouldBe("tiktok_client_key");
        settings["TikTok:ClientSecret"].ShouldBe("tiktok_client_secret");
        settings["TikTok:RedirectUri"].ShouldBe("tiktok_redirect_uri");
        settings["TikTok:Mode"].ShouldBe("production");
    }

    [Theory]
    [InlineData("tiktok-sandbox", "does not begin with sb")]
    [InlineData("clipyard-sandbox", "")]
    public async Task A_key_that_does_not_fit_the_mode_is_warned_about(string mode, string warning)
    {
        using var log = new ProbeLog();
        await using var host = await StartAsync(log, ("TikTok:Mode", mode));

        log.Text.ShouldContain(warning);
        log.Text.ShouldContain("CLIPYARD_MASTER_KEY is not set");
        if (warning.Length == 0)
        {
            log.Text.ShouldNotContain("client key");
        }
    }

    private static TikTokMode? ModeOf(string? environment, string key, string? mode, string? address)
    {
        var fromEnvironment = EnvironmentNames
            .Read(name => name == "TIKTOK_SANDBOX_MODE" ? environment : null)
            .ToDictionary();
        var options = new TikTokAppOptions
        {
            ClientKey = key,
            Mode = mode ?? fromEnvironment.GetValueOrDefault("TikTok:Mode"),
        };
        return AppSettings.ModeOf(options, address is null ? null : new Uri(address));
    }

    private static Task<ServerHost> StartAsync(params (string, string?)[] settings) =>
        ServerHost.StartAsync(Stop, setup => setup with { Settings = ServerHost.With(setup, settings) });

    private static Task<ServerHost> StartAsync(ProbeLog log, params (string, string?)[] settings) =>
        ServerHost.StartAsync(
            Stop,
            setup =>
                setup with
                {
                    Settings = ServerHost.With(setup, settings),
                    Logging = logging => logging.AddProvider(log),
                }
        );
}
