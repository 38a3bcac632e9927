using System.Net;
using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Publishing;
using Clipyard.Server.Publishing.Pausing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Automation.Webhooks;

/// <summary>What a restored database would tell waits until somebody has looked.</summary>
public sealed class HeldMessagesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_restore_nobody_hears_anything_until_publishing_is_resumed()
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("account.connected");
        await host.HappenAsync("account.connected");
        await host.FanOutAsync(); // on its way when the backup was taken
        await host.HappenAsync("account.connected"); // and one that nobody was told of
        await RestoreAsync(host);

        await host.RunAsync();
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.RunAsync();
        var paused = await host.Server.GetAsync("/api/publishing");
        var waiting = await host.DeliveryAsync();
        var untold = await UntoldAsync(host);
        var heard = host.Receiver.Got.Count;
        var resumed = await host.Server.PostAsync("/api/publishing/resume");
        await host.RunAsync();

        (paused["paused"].GetBoolean(), paused["holds_messages"].GetBoolean()).ShouldBe((true, true));
        (waiting.State, waiting.Attempts).ShouldBe((DeliveryState.Pending, 0));
        (heard, untold).ShouldBe((0, 1));
        (resumed["paused"].GetBoolean(), resumed["holds_messages"].GetBoolean()).ShouldBe((false, false));
        host.Receiver.Got.Count.ShouldBe(2);
        host.Receiver.Got.Select(got => got.Id).ShouldContain(waiting.MessageId);
        (await UntoldAsync(host)).ShouldBe(0);
    }

    [Fact]
    public async Task What_waits_for_a_webhook_that_is_switched_off_meanwhile_is_not_sent()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        await host.HappenAsync("account.connected");
        await host.FanOutAsync();
        await RestoreAsync(host);

        await host.PatchAsync(id, new { enabled = false });
        await host.Server.PostAsync("/api/publishing/resume");
        await host.RunAsync();

        host.Receiver.Got.ShouldBeEmpty();
        (await host.DeliveryAsync()).State.ShouldBe(DeliveryState.Failed);
    }

    [Fact]
    public async Task A_test_is_sent_all_the_same_and_a_replay_waits()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        var delivery = await host.DeliveryAsync();
        await RestoreAsync(host);

        await host.Server.PostAsync($"/api/webhooks/{id}/deliveries/{delivery.Id}/replay");
        await host.Server.PostAsync($"/api/webhooks/{id}/test");
        await host.DeliverAsync();
        var types = host.Receiver.Got.Select(got => got.Type).ToList();
        await host.Server.PostAsync("/api/publishing/resume");
        await host.DeliverAsync();

        types.ShouldBe(["account.connected", "webhook.test"]);
        host.Receiver.Got.Count.ShouldBe(3);
        host.Receiver.Got[2].Id.ShouldBe(delivery.MessageId);
    }

    [Fact]
    public async Task A_pause_of_publishing_keeps_no_message_back_unless_that_is_asked_for()
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("account.connected");

        var plain = await host.Server.PostAsync("/api/publishing/pause", new { reason = "The disk." });
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        var during = host.Receiver.Got.Count;
        var held = await host.Server.PostAsync("/api/publishing/pause", new { holds_messages = true });
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        var again = await host.Server.PostAsync("/api/publishing/pause", new { reason = "Still the disk." });
        await host.RunAsync();
        var behind = host.Receiver.Got.Count;
        await host.Server.PostAsync("/api/publishing/resume");
        await host.RunAsync();

        plain.Status.ShouldBe(HttpStatusCode.OK, plain.Text);
        plain["holds_messages"].GetBoolean().ShouldBeFalse();
        held["holds_messages"].GetBoolean().ShouldBeTrue();
        again["holds_messages"].GetBoolean().ShouldBeTrue();
        (during, behind, host.Receiver.Got.Count).ShouldBe((1, 1, 2));
    }

    [Fact]
    public async Task A_pause_in_the_middle_of_a_step_keeps_back_all_but_what_is_on_its_way()
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("account.connected");
        await host.HappenAsync("account.connected", times: 40);
        await host.FanOutAsync();
        var pausing = new Lazy<Task<JsonAnswer>>(() =>
            host.Server.PostAsync("/api/publishing/pause", new { holds_messages = true })
        );
        host.Receiver.Answer = async context =>
        {
            await pausing.Value;
            context.Response.StatusCode = (int)HttpStatusCode.NoContent;
        };

        await host.DeliverAsync();
        var sent = host.Receiver.Got.Count;
        await host.Server.PostAsync("/api/publishing/resume");
        await host.DeliverAsync();

        sent.ShouldBeInRange(1, 8);
        host.Receiver.Got.Count.ShouldBe(40);
        (await host.DeliveriesAsync()).ShouldAllBe(row => row.State == DeliveryState.Delivered && row.Attempts == 1);
    }

    [Fact]
    public async Task What_is_held_in_the_middle_of_handing_out_is_not_made_into_messages()
    {
        await using var host = await HookHost.StartAsync(services =>
            services.AddSingleton<IPublishingPause>(new LaterPause(after: 2)) // for the step and its first batch
        );
        await host.MakeAsync("account.connected");
        await host.HappenAsync("account.connected", times: 250);

        await host.FanOutAsync();

        (await host.DeliveriesAsync()).Count.ShouldBe(100);
        (await UntoldAsync(host)).ShouldBe(150);
    }

    [Fact]
    public async Task The_time_that_messages_are_held_is_not_held_against_a_receiver()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.ServiceUnavailable);
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        while ((await host.DeliveryAsync()).FailedInARow < 7)
        {
            await host.NextTryAsync();
        }

        await host.Server.PostAsync("/api/publishing/pause", new { holds_messages = true });
        host.Clock.Advance(TimeSpan.FromDays(4));
        await host.Server.PostAsync("/api/publishing/resume");
        await host.DeliverAsync();

        (await host.DeliveryAsync()).FailedInARow.ShouldBe(8);
        var shown = await host.LookAsync(id);
        shown["enabled"].GetBoolean().ShouldBeTrue();
        shown["failing_since"].GetDateTimeOffset().ShouldBe(host.Clock.GetUtcNow());
    }

    // A database that knows fewer attempts than went out, as the next start finds it.
    private static Task RestoreAsync(HookHost host)
    {
        host.Server.Server.Services.GetRequiredService<SentMark>().Set(7);
        return host.Server.RestartAsync();
    }

    private static Task<int> UntoldAsync(HookHost host) =>
        host.InDbAsync(db => db.Events.CountAsync(logged => logged.UntoldSince != null, Stop));
}
