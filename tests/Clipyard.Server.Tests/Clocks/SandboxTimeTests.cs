using Clipyard.Sandbox;
using Clipyard.Server.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Clocks;

public sealed class SandboxTimeTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Nearly = TimeSpan.FromMinutes(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_follows_the_sandboxs_clock_goes_by_it_from_its_start()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: Stop);
        sandbox.Clock.Advance(Day);
        await using var host = await FollowingAsync(sandbox);

        var made = await host.PostAsync("/api/keys", new { name = "tomorrow's", scopes = new[] { "read" } });

        var at = made["created_at"].GetDateTimeOffset();
        at.ShouldBe(TimeProvider.System.GetUtcNow() + Day, Nearly);
    }

    [Fact]
    public async Task It_goes_along_when_the_clock_is_moved_and_back_when_the_sandbox_is_gone()
    {
        var sandbox = await SandboxServer.StartAsync(cancellationToken: Stop);
        await using var host = await FollowingAsync(sandbox);
        var time = host.Server.Services.GetRequiredService<SandboxTime>();

        sandbox.Clock.Advance(-Day);
        await time.FollowAsync(Stop);
        time.GetUtcNow().ShouldBe(TimeProvider.System.GetUtcNow() - Day, Nearly);

        await sandbox.DisposeAsync();
        await time.FollowAsync(Stop);
        time.GetUtcNow().ShouldBe(TimeProvider.System.GetUtcNow(), Nearly);
    }

    [Fact]
    public async Task Measured_time_is_not_the_sandboxs()
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: Stop);
        await using var host = await FollowingAsync(sandbox);
        var time = host.Server.Services.GetRequiredService<SandboxTime>();
        var began = time.GetTimestamp();

        sandbox.Clock.Advance(Day);
        await time.FollowAsync(Stop);

        time.GetElapsedTime(began).ShouldBeLessThan(Nearly);
    }

    private static Task<ServerHost> FollowingAsync(SandboxServer sandbox) =>
        ServerHost.StartAsync(Stop, setup => setup with { FollowSandboxClock = true }, sandbox);
}
