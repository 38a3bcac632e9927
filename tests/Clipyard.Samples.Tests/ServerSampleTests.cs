using System.ComponentModel;
using System.Diagnostics;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Samples.Tests;

/// <summary>One flow in five languages against a real server: link, download three, list, verify, fetch one.</summary>
public sealed class ServerSampleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task CSharp_goes_the_whole_way() => GoesTheWholeWayAsync("dotnet", SampleHost.ProgramOf("Server"));

    [Fact]
    public Task Curl_goes_the_whole_way() => GoesTheWholeWayAsync("bash", Script("flow.sh"));

    [Fact]
    public async Task Python_goes_the_whole_way()
    {
        await SkipWithoutAsync("python3", "--version", "Python");
        await GoesTheWholeWayAsync("python3", Script("flow.py"));
    }

    [Fact]
    public async Task PowerShell_goes_the_whole_way()
    {
        await SkipWithoutAsync("pwsh", "--version", "PowerShell");
        await GoesTheWholeWayAsync("pwsh", Script("flow.ps1"));
    }

    [Fact]
    public async Task TypeScript_goes_the_whole_way()
    {
        await SkipWithoutAsync("node", "--version", "Node");
        var version = (await RunAsync("node", "--version")).Output.TrimStart('v').Split('.');
        Assert.SkipUnless(
            int.TryParse(version[0], out var major) && (major > 22 || (major == 22 && int.Parse(version[1]) >= 18)),
            $"Node {string.Join('.', version).Trim()} does not run TypeScript; 22.18 and later do."
        );
        await GoesTheWholeWayAsync("node", Script("flow.ts"));
    }

    [Theory]
    [InlineData("dotnet")]
    [InlineData("bash")]
    public async Task A_refusal_is_shown_in_the_server_s_own_words(string program)
    {
        await using var host = await ServerHost.StartAsync(Token);

        var run = await RunAsync(
            program,
            host,
            program == "dotnet" ? SampleHost.ProgramOf("Server") : Script("flow.sh"),
            "s-1",
            DemoWorld.NoSuchUser
        );

        run.ExitCode.ShouldNotBe(0);
        (run.Output + run.Errors).ShouldContain("no_such_user");
    }

    private static async Task GoesTheWholeWayAsync(string program, string sample)
    {
        await using var host = await ServerHost.StartAsync(Token);

        var run = await RunAsync(program, host, sample, "s-1", DemoWorld.HarborLights);

        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var videos = (await host.GetAsync("/tiktok/student/s-1/videos"))["videos"].EnumerateArray().ToList();
        var ids = videos.Select(video => video.GetProperty("video_id").GetString()).ToList();
        lines[0].ShouldBe($"linked s-1 to {DemoWorld.HarborLights}");
        lines[1..4].ShouldBe(ids.Select(id => $"stored {id}"), ignoreOrder: true);
        lines[4].ShouldBe("listed 3");
        lines[5].ShouldBe("verified ok, 6 files");
        lines[6].ShouldBe($"fetched {ids[0]} {videos[0].GetProperty("sha256").GetString()}");
        lines.Length.ShouldBe(7);
    }

    private static string Script(string name) => Repository.PathOf("samples", "http", name);

    private static async Task SkipWithoutAsync(string program, string argument, string name)
    {
        try
        {
            await RunAsync(program, argument);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{name} ({program}) is not on this machine.");
        }
    }

    private static Task<ProgramRun> RunAsync(string program, string argument) =>
        ProgramRun.OfAsync(new ProcessStartInfo(program, [argument]), Token);

    private static Task<ProgramRun> RunAsync(string program, ServerHost host, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        start.Environment["CLIPYARD_SERVER"] = host.Server.Address.ToString();
        start.Environment["CLIPYARD_KEY"] = host.Key;
        return ProgramRun.OfAsync(start, Token);
    }
}
