using Clipyard.Cli.Tests.Running;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Cli.Tests.Commands;

public sealed class ServerDoctorTests(ServerHostFixture fixture) : IClassFixture<ServerHostFixture>
{
    private static readonly string[] Machine =
    [
        "server",
        "database",
        "store",
        "scheduler",
        "bucket",
        "key",
        "clock",
        "address",
        "https",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_healthy_server_passes_every_check()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        await host.ConnectAsync(DemoWorld.SunnyGarden, Stop);

        var result = await AskAsync(host, "-j");

        result.ShouldEndWith(0);
        result
            .Json.Select(check => check.GetProperty("check").GetString())
            .ShouldBe(Machine.Concat(["app", "accounts", "publishing"]), ignoreOrder: true);
        result.Json.ShouldAllBe(check => check.GetProperty("result").GetString() == "ok");
        Detail(result, "app").ShouldContain("clipyard-sandbox");
        Detail(result, "accounts").ShouldBe("1 connected");
        Detail(result, "publishing").ShouldBe("posts go out; 0 of them are open");
    }

    [Fact]
    public async Task A_pause_and_the_lack_of_accounts_are_told_and_are_no_failure()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        await host.PostAsync("/api/publishing/pause", new { reason = "The disk is being changed." });

        var result = (await AskAsync(host)).ShouldEndWith(0);

        result.Out.ShouldContain("note     accounts   none is connected");
        result.Out.ShouldContain("note     publishing paused, with 0 open posts: The disk is being changed.");
        result.Out.ShouldContain("remedy: `clipyard resume`");
    }

    [Fact]
    public async Task A_server_without_an_app_keeps_clips_all_the_same()
    {
        await using var host = await ServerHost.StartAsync(
            Stop,
            setup =>
                setup with
                {
                    Settings = ServerHost.With(setup, ("TikTok:ClientKey", null), ("TikTok:ClientSecret", null)),
                }
        );

        var result = (await AskAsync(host)).ShouldEndWith(0);

        result.Out.ShouldContain("note     app");
        result.Out.ShouldContain("TIKTOK_CLIENT_KEY");
        result.Out.ShouldNotContain(" accounts ");
    }

    [Fact]
    public async Task An_account_that_has_to_be_connected_again_is_a_failure()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        await host.ConnectAsync(DemoWorld.SunnyGarden, Stop);
        await host.ConnectAsync(DemoWorld.HarborLights, Stop);
        await host.EndAccessAsync(DemoWorld.SunnyGarden);

        var result = await AskAsync(host);

        result.ShouldEndWith(66);
        result.Out.ShouldContain("failed   accounts   1 connected, 1 to be connected again: ");
    }

    [Fact]
    public async Task What_a_key_may_not_see_is_not_mentioned()
    {
        var made = await fixture.Host.PostAsync("/api/keys", new { name = "fetcher", scopes = new[] { "archive" } });

        var result = await CliRun.RunAsync(
            "doctor",
            "-j",
            $"--server={fixture.Address}",
            $"--key={made["key"].GetString()}"
        );

        result
            .ShouldEndWith(0)
            .Json.Select(check => check.GetProperty("check").GetString())
            .ShouldBe(Machine, ignoreOrder: true);
    }

    [Fact]
    public async Task A_wrong_key_is_named_with_a_remedy()
    {
        var result = await CliRun.RunAsync("doctor", $"--server={fixture.Address}", "--key=cyk_wrong");

        result.ShouldEndWith(101);
        result.Out.ShouldContain("failed   key");
        result.Out.ShouldContain("remedy: Make a new key");
    }

    [Fact]
    public async Task A_server_that_is_reached_by_another_address_than_its_answers_name_is_noticed()
    {
        var other = fixture.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

        var result = await CliRun.RunAsync("doctor", $"--server={other}", $"--key={fixture.Host.Key}");

        result.ShouldEndWith(2);
        result.Out.ShouldContain("failed   address");
        result.Out.ShouldContain("--public-address http://localhost");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_one_failure()
    {
        var result = await CliRun.RunAsync("doctor", "--server=http://127.0.0.1:1");

        result.ShouldEndWith(30);
        result.Lines[0].ShouldStartWith("failed   server");
        result.Lines[1].ShouldContain("clipyard serve");
        result.Lines.Count.ShouldBe(2);
    }

    private static Task<CliResult> AskAsync(ServerHost host, params string[] args) =>
        CliRun.RunAsync(["doctor", .. args, $"--server={host.Server.Address}", $"--key={host.Key}"]);

    private static string Detail(CliResult result, string check) =>
        result
            .Json.Single(finding => finding.GetProperty("check").GetString() == check)
            .GetProperty("detail")
            .GetString()
        ?? "";
}
