using Clipyard.Cli.Tests.Running;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Cli.Tests.Remote;

public sealed class StudentTests(ServerHostFixture fixture) : IClassFixture<ServerHostFixture>
{
    [Fact]
    public async Task A_student_is_linked_downloaded_listed_shown_and_removed()
    {
        (await RunAsync("student", "link", "s-1", "@harbor_lights"))
            .ShouldEndWith(0)
            .Out.ShouldBe("s-1  @harbor_lights\n");

        var download = (await RunAsync("student", "download", "s-1", "--max", "3")).ShouldEndWith(0);
        download.Lines.Count.ShouldBe(3);
        download.Lines.ShouldAllBe(line => line.Contains("  new   http://"));
        download.Error.ShouldContain("3/3 ");
        download.Error.ShouldContain("3 posts stored, 0 kept already");

        var listed = (await RunAsync("student", "videos", "s-1", "-j", "--max", "2")).ShouldEndWith(0);
        listed.Json.Count.ShouldBe(2);
        listed.Json[0].GetProperty("video_id").GetString()!.ShouldBe(download.Lines[0][..19]);
        (await RunAsync("student", "videos", "s-1")).Lines.Count.ShouldBe(3);

        var info = (await RunAsync("student", "info", "s-1")).ShouldEndWith(0);
        info.Out.ShouldContain("@harbor_lights");
        info.Out.ShouldContain("3 posts");
        (await RunAsync("student", "list")).ShouldEndWith(0).Out.ShouldContain("s-1  @harbor_lights  3 posts");

        var one = listed.Json[0].GetProperty("video_id").GetString()!;
        (await RunAsync("student", "remove", "s-1", one)).ShouldEndWith(2).Error.ShouldContain("--yes");
        (await RunAsync("student", "remove", "s-1", one, "--yes")).ShouldEndWith(0).Out.ShouldContain("erased 1 post");
        (await RunAsync("student", "remove", "s-1", "--yes")).ShouldEndWith(0).Out.ShouldContain("erased 2 posts");
        (await RunAsync("student", "videos", "s-1")).ShouldEndWith(57);
    }

    [Fact]
    public async Task Posts_that_fail_are_named_and_decide_the_exit_code()
    {
        await RunAsync("student", "link", "s-2", DemoWorld.NoSuchUser);

        var result = (await RunAsync("student", "download", "s-2")).ShouldEndWith(25);

        result.Out.ShouldBeEmpty();
        result.Error.ShouldContain("remedy: ");
        result.Error.ShouldContain("request: ");
    }

    [Fact]
    public async Task A_key_may_stand_in_the_environment()
    {
        var run = new CliRun
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["CLIPYARD_SERVER"] = fixture.Address,
                ["CLIPYARD_KEY"] = fixture.Host.Key,
            },
        };

        (await run.StartAsync("student", "list")).ShouldEndWith(0);
    }

    [Theory]
    [InlineData("student list", 2, "CLIPYARD_KEY")]
    [InlineData("student list --key wrong", 101, "remedy: ")]
    [InlineData("student", 2, "clipyard student --help")]
    [InlineData("student frobnicate", 2, "clipyard student --help")]
    [InlineData("student link one", 2, "clipyard student link --help")]
    public async Task A_wrong_call_says_what_to_do(string line, int exitCode, string expected)
    {
        string[] server = line.Contains("list") ? [$"--server={fixture.Address}"] : [];

        var result = (await CliRun.RunAsync([.. line.Split(' '), .. server])).ShouldEndWith(exitCode);

        result.Out.ShouldBeEmpty();
        result.Error.ShouldContain(expected);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_network_error() =>
        (await CliRun.RunAsync("student", "remove", "x", "--yes", "--key=k", "--server=http://127.0.0.1:1"))
            .ShouldEndWith(30)
            .Error.ShouldContain("doctor --server");

    [Theory]
    [InlineData("student --help", "download")]
    [InlineData("student download --help", "--cancel-on-interrupt")]
    [InlineData("student download --help", "Usage: clipyard student download STUDENT [options]")]
    [InlineData("verify --help", "--write-head")]
    [InlineData("people --help", "reset-password")]
    [InlineData("people add --help", "--admin")]
    public async Task Help_explains_each_level(string line, string expected) =>
        (await CliRun.RunAsync(line.Split(' '))).ShouldEndWith(0).Out.ShouldContain(expected);

    [Theory]
    [InlineData(false, "goes on at the server", "running")]
    [InlineData(true, "is asked to stop", "cancelled")]
    public async Task Ctrl_c_ends_the_waiting_and_says_what_becomes_of_the_job(bool cancels, string said, string state)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var host = await ServerHost.StartAsync(
            cancellationToken,
            setup => setup with { Settings = ServerHost.With(setup, ("Archive:Pause", "00:10:00")) }
        );
        await host.PutAsync("/tiktok/student/s-9/username", new { username = "harbor_lights" });
        using var interrupt = new CancellationTokenSource();
        var run = new CliRun { CancellationToken = interrupt.Token }.StartAsync([
            "student",
            "download",
            "s-9",
            $"--cancel-on-interrupt={cancels}",
            $"--server={host.Server.Address}",
            $"--key={host.Key}",
        ]);
        using var client = new Client.ClipyardServerClient(host.Server.Address, host.Key);
        var job = await FirstJobAsync(client, cancellationToken);
        await foreach (var happened in client.Jobs.WatchAsync(job, cancellationToken: cancellationToken))
        {
            if (happened.Item is not null)
            {
                break;
            }
        }

        await interrupt.CancelAsync();

        (await run).ShouldEndWith(130).Error.ShouldContain(said);
        (await host.GetAsync($"/api/v1/jobs/{job}"))["state"].GetString().ShouldBe(state);
    }

    private static async Task<string> FirstJobAsync(
        Client.ClipyardServerClient client,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            await foreach (var job in client.Jobs.ListAsync(cancellationToken: cancellationToken))
            {
                return job.Id;
            }
        }
    }

    private Task<CliResult> RunAsync(params string[] args) =>
        CliRun.RunAsync([.. args, $"--server={fixture.Address}", $"--key={fixture.Host.Key}"]);
}
