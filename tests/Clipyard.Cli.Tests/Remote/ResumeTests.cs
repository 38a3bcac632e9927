using System.Net;
using Clipyard.Cli.Tests.Running;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Cli.Tests.Remote;

public sealed class ResumeTests(ServerHostFixture fixture) : IClassFixture<ServerHostFixture>, IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await fixture.Host.PostAsync("/api/publishing/resume");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task While_posts_go_out_it_says_so_and_changes_nothing()
    {
        var shown = (await RunAsync("resume")).ShouldEndWith(0);
        shown.Lines[0].ShouldBe("Posts go out.");
        shown.Error.ShouldNotContain("--yes");

        (await RunAsync("resume", "--yes")).ShouldEndWith(0).Out.ShouldContain("nothing changed");
    }

    [Fact]
    public async Task A_pause_is_shown_with_its_reason_and_stays_until_yes()
    {
        await PauseAsync("The disk is being changed.");

        var shown = (await RunAsync("resume")).ShouldEndWith(0);

        shown.Lines[0].ShouldStartWith("Publishing is paused since ");
        shown.Lines[0].ShouldEndWith(": The disk is being changed.");
        shown.Lines[1].ShouldBe("No post is open.");
        shown.Error.ShouldContain("clipyard resume --yes");
        (await IsPausedAsync()).ShouldBeTrue();

        (await RunAsync("resume", "--yes")).ShouldEndWith(0).Out.ShouldContain("Posts go out again");
        (await IsPausedAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Messages_that_wait_are_told_of_and_go_out_with_the_posts()
    {
        await fixture.Host.PostAsync("/api/publishing/pause", new { reason = "A backup.", holds_messages = true });

        var shown = (await RunAsync("resume")).ShouldEndWith(0);
        var json = (await RunAsync("resume", "-j")).ShouldEndWith(0).Json.ShouldHaveSingleItem();

        shown.Lines[1].ShouldBe("Messages to webhooks and callbacks wait, too.");
        json.GetProperty("holds_messages").GetBoolean().ShouldBeTrue();
        (await RunAsync("resume", "--yes")).ShouldEndWith(0).Out.ShouldContain("Posts and messages go out again");
        (await RunAsync("resume")).ShouldEndWith(0).Out.ShouldNotContain("Messages");
    }

    [Fact]
    public async Task As_json_it_is_what_the_server_says()
    {
        await PauseAsync("The disk is being changed.");

        var before = (await RunAsync("resume", "-j")).ShouldEndWith(0);
        var after = (await RunAsync("resume", "-j", "--yes")).ShouldEndWith(0);

        before.Json.Single().GetProperty("paused").GetBoolean().ShouldBeTrue();
        before.Json[0].GetProperty("reason").GetString().ShouldBe("The disk is being changed.");
        before.Json[0].GetProperty("open").GetInt32().ShouldBe(0);
        before.Error.ShouldBeEmpty();
        after.Json.Single().GetProperty("paused").GetBoolean().ShouldBeFalse();
        (await IsPausedAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Each_open_post_is_a_line_that_says_whether_TikTok_was_told_of_it()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        await host.ConnectAsync(DemoWorld.SunnyGarden, Stop);
        await host.PutAsync("/tiktok/student/s-1/username", new { username = DemoWorld.HarborLights });
        var kept = await host.PostAsync("/tiktok/student/s-1/download?max_videos=1");
        await host.PostAsync("/api/publishing/pause");
        var asked = await host.PostAsync(
            "/api/posts",
            new { source = new { clip_id = kept["videos.0.video_id"].GetString() } }
        );
        asked.Status.ShouldBe(HttpStatusCode.Accepted, asked.Text);

        var shown = (
            await CliRun.RunAsync("resume", $"--server={host.Server.Address}", $"--key={host.Key}")
        ).ShouldEndWith(0);

        shown.Lines[1].ShouldBe("Open posts: 1");
        shown.Lines[2].ShouldContain(asked["post_id"].GetString()!);
        shown.Lines[2].ShouldContain("  as soon as possible  ");
        shown.Lines[2].ShouldEndWith("admin  TikTok was not told of it");
    }

    [Fact]
    public async Task A_key_without_admin_is_refused_and_nothing_goes_out()
    {
        await PauseAsync("The disk is being changed.");
        var made = await fixture.Host.PostAsync("/api/keys", new { name = "reader", scopes = new[] { "read" } });
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);

        var refused = await CliRun.RunAsync(
            "resume",
            "--yes",
            $"--server={fixture.Address}",
            $"--key={made["key"].GetString()}"
        );

        refused.ExitCode.ShouldNotBe(0);
        refused.Out.ShouldBeEmpty();
        refused.Error.ShouldContain("remedy: ");
        (await IsPausedAsync()).ShouldBeTrue();
    }

    private async Task PauseAsync(string reason) =>
        (await fixture.Host.PostAsync("/api/publishing/pause", new { reason })).Status.ShouldBe(HttpStatusCode.OK);

    private async Task<bool> IsPausedAsync() => (await fixture.Host.GetAsync("/api/publishing"))["paused"].GetBoolean();

    private Task<CliResult> RunAsync(params string[] args) =>
        CliRun.RunAsync([.. args, $"--server={fixture.Address}", $"--key={fixture.Host.Key}"]);
}
