using Clipyard.Cli.Tests.Running;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Cli.Tests.Commands;

/// <summary>The built program as a process: what the in-process tests cannot see.</summary>
public sealed class ProcessTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Info_prints_json_in_utf8()
    {
        using var process = ClipyardProcess.Start(
            "info",
            "-j",
            DemoWorld.RichCaption,
            $"--tiktok-address={fixture.Address}"
        );

        var result = (await process.EndAsync(TestContext.Current.CancellationToken)).ShouldEndWith(0);

        result.Json.ShouldHaveSingleItem().GetProperty("caption").GetString()!.ShouldStartWith("🌻🐝 Bees at work");
        result.Out.ShouldContain("été");
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_sandbox_says_where_it_is_and_ends_with_ctrl_c()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        using var sandbox = ClipyardProcess.Start("sandbox");
        var address = await sandbox.Out.ReadLineAsync(TestContext.Current.CancellationToken);

        var read = await CliRun.RunAsync("info", "-j", DemoWorld.PlainVideo, $"--tiktok-address={address}");
        await sandbox.InterruptAsync(TestContext.Current.CancellationToken);
        var ended = await sandbox.EndAsync(TestContext.Current.CancellationToken);

        read.ShouldEndWith(0);
        ended.ShouldEndWith(130).Error.ShouldContain("stopped");
    }

    [Fact]
    public async Task A_port_that_is_taken_gets_one_plain_sentence()
    {
        var result = await CliRun.RunAsync("sandbox", "--port", $"{fixture.Sandbox.Address.Port}");

        result.ShouldEndWith(2);
        result.Error.ShouldContain("in use");
    }
}
