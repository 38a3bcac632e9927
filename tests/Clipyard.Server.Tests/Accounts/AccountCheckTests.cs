using Clipyard.Sandbox;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Accounts;
using Clipyard.Server.Publishing.Pausing;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Accounts;

public sealed class AccountCheckTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tokens_are_replaced_in_time_while_nobody_uses_the_account()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = clock }, Stop);
        await using var host = await StartAsync(clock, sandbox);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);

        for (var hour = 0; hour < 72; hour++)
        {
            clock.Advance(TimeSpan.FromHours(1));
            await host.SweepAsync<AccountCheck>();
            (await host.RowAsync(id)).AccessExpiresAt!.Value.ShouldBeGreaterThan(clock.GetUtcNow());
        }

        host.Asked(SandboxEndpoint.Token).Count.ShouldBeInRange(4, 5, "once at the beginning, then once in 22 hours");
        host.Asked(SandboxEndpoint.UserInfo).Count.ShouldBeLessThan(12);
        (await host.RowAsync(id)).State.ShouldBe(AccountState.Connected);
    }

    [Fact]
    public async Task A_new_name_is_learned()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = clock }, Stop);
        await using var host = await StartAsync(clock, sandbox);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        var sunny = sandbox.World.FindCreator(DemoWorld.SunnyGarden)!;
        sandbox.World.RemoveCreator(sunny.Username);
        sandbox.World.AddCreator(sunny with { Nickname = "Sunny, renamed" });
        clock.Advance(TimeSpan.FromHours(23));

        await host.SweepAsync<AccountCheck>();

        var row = await host.RowAsync(id);
        row.DisplayName.ShouldBe("Sunny, renamed");
        row.CheckedAt.ShouldBe(clock.GetUtcNow(), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task One_account_that_was_taken_back_hinders_no_other()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = clock }, Stop);
        await using var host = await StartAsync(clock, sandbox);
        var sunny = await host.ConnectAsync(DemoWorld.SunnyGarden);
        var harbor = await host.ConnectAsync(DemoWorld.HarborLights);
        sandbox.Official.Inbox.Disconnect(DemoWorld.SunnyGarden, DemoApps.AuditedKey);
        clock.Advance(TimeSpan.FromHours(23));

        await host.SweepAsync<AccountCheck>();

        (await host.RowAsync(sunny)).State.ShouldBe(AccountState.NeedsReconnect);
        var row = await host.RowAsync(harbor);
        row.State.ShouldBe(AccountState.Connected);
        row.TokenVersion.ShouldBe(2);
    }

    [Fact]
    public async Task While_publishing_is_paused_no_tokens_are_taken_from_whoever_has_the_original()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = clock }, Stop);
        await using var host = await StartAsync(clock, sandbox);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        clock.Advance(TimeSpan.FromHours(23));
        await host
            .Server.Services.GetRequiredService<PublishingPause>()
            .PauseAsync("a copy, perhaps", holdsMessages: false, Stop);

        await host.SweepAsync<AccountCheck>();

        (await host.RowAsync(id)).TokenVersion.ShouldBe(1);
    }

    private static Task<ServerHost> StartAsync(TimeProvider clock, SandboxServer sandbox) =>
        ServerHost.StartAsync(Stop, setup => setup with { TimeProvider = clock, StartScheduler = false }, sandbox);
}
