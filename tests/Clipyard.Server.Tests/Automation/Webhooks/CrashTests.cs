using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Tests.Automation.Webhooks;

public sealed class CrashTests
{
    /// <summary>With the scheduler: nobody but the sweeps knows what was left undone.</summary>
    [Fact]
    public async Task What_was_committed_before_a_crash_is_sent_after_it_and_only_once()
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("account.connected");
        await host.HappenAsync("account.connected", times: 3); // neither handed out nor sent
        (await host.InDbAsync(db => db.Events.CountAsync(logged => logged.UntoldSince != null))).ShouldBe(3);

        await host.Server.RestartAsync(setup =>
            setup with
            {
                StartScheduler = true,
                TimeProvider = TimeProvider.System,
            }
        );
        await HookHost.UntilAsync(() => host.Receiver.Got.Count == 3);

        host.Receiver.Got.Select(got => got.Id).ShouldBeUnique();
        (await host.InDbAsync(db => db.Events.CountAsync(logged => logged.UntoldSince != null))).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_handed_out_before_a_crash_is_sent_after_it()
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("account.connected");
        await host.HappenAsync("account.connected");
        await host.FanOutAsync(); // and not sent

        await host.Server.RestartAsync(setup =>
            setup with
            {
                StartScheduler = true,
                TimeProvider = TimeProvider.System,
            }
        );
        await HookHost.UntilAsync(() => host.Receiver.Got.Count == 1);
    }

    [Fact]
    public async Task Without_a_crash_it_takes_no_sweep_to_send_what_happens()
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("account.connected");
        await host.Server.RestartAsync(setup => setup with { StartScheduler = true });
        await host.Server.PostAsync("/api/webhooks/callback-secret/rotate"); // the clock stands still: no sweep after this

        for (var sent = 1; sent <= 3; sent++)
        {
            await host.HappenAsync("account.connected");
            await HookHost.UntilAsync(() => host.Receiver.Got.Count == sent);
        }
    }
}
