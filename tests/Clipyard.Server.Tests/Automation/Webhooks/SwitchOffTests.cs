using System.Net;
using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Tests.Identity;
using Microsoft.EntityFrameworkCore;

namespace Clipyard.Server.Tests.Automation.Webhooks;

public sealed class SwitchOffTests
{
    [Fact]
    public async Task A_receiver_that_is_gone_is_not_called_again_until_somebody_switches_it_on()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.Gone);
        await host.HappenAsync("account.connected");
        await host.RunAsync();

        var off = await host.LookAsync(id);
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.OK);
        var on = await host.PatchAsync(id, new { enabled = true });
        await host.HappenAsync("account.connected");
        await host.RunAsync();

        off["enabled"].GetBoolean().ShouldBeFalse();
        off["disabled_reason"].GetString().ShouldBe("Its receiver answered 410 Gone.");
        on["enabled"].GetBoolean().ShouldBeTrue();
        on["disabled_reason"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        host.Receiver.Got.Count.ShouldBe(2);
        (await AuditLines.ActionsAsync(host.Server)).ShouldContain("webhook.disabled");
        (await host.InDbAsync(db => db.Events.CountAsync(logged => logged.Type == "webhook.disabled"))).ShouldBe(1);
    }

    [Fact]
    public async Task One_that_took_nothing_for_three_days_is_switched_off_and_not_before()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.ServiceUnavailable);
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        var began = host.Clock.GetUtcNow();
        await host.TryUntilGivenUpAsync();

        host.Clock.Advance(began + TimeSpan.FromDays(3) - TimeSpan.FromHours(5) - host.Clock.GetUtcNow());
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        var before = host.Clock.GetUtcNow();
        while ((await host.LookAsync(id))["enabled"].GetBoolean())
        {
            before = host.Clock.GetUtcNow();
            await host.NextTryAsync();
        }

        var after = await host.LookAsync(id);
        (before - began).ShouldBeLessThan(TimeSpan.FromDays(3));
        (host.Clock.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromDays(3));
        var reason = after["disabled_reason"].GetString().ShouldNotBeNull();
        reason.ShouldContain($"since {began:u}");
        reason.ShouldContain("It answered 503.");
        (await host.DeliveriesAsync()).ShouldAllBe(row =>
            row.State == DeliveryState.Failed && row.NextAttemptAt == null
        );
    }

    [Fact]
    public async Task One_that_was_in_trouble_long_ago_is_not_switched_off_by_a_short_one()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.ServiceUnavailable);
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        await host.TryUntilGivenUpAsync();

        host.Clock.Advance(TimeSpan.FromDays(5)); // well again for long, but nothing happened meanwhile
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        for (var i = 0; i < 6; i++)
        {
            await host.NextTryAsync();
        }

        var inTrouble = await host.LookAsync(id);
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.OK);
        await host.NextTryAsync();
        var well = await host.LookAsync(id);

        inTrouble["enabled"].GetBoolean().ShouldBeTrue();
        well["enabled"].GetBoolean().ShouldBeTrue();
        well["failing_since"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_late_failure_of_an_earlier_address_is_not_held_against_the_new_one()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        host.Receiver.Answer = async context =>
        {
            await host.PatchAsync(id, new { url = host.Receiver.Origin + "/new" });
            context.Response.StatusCode = 500;
        };

        await host.HappenAsync("account.connected");
        await host.RunAsync();

        var shown = await host.LookAsync(id);
        shown["url"].GetString().ShouldEndWith("/new");
        shown["failing_since"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await host.DeliveryAsync()).LastStatus.ShouldBe(500);
    }

    [Fact]
    public async Task One_delivery_that_is_received_in_between_keeps_it_on()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.ServiceUnavailable);
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        host.Clock.Advance(TimeSpan.FromDays(2));
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.OK);
        await host.DeliverAsync();

        host.Clock.Advance(TimeSpan.FromDays(2));
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.ServiceUnavailable);
        await host.HappenAsync("account.connected");
        await host.RunAsync();

        (await host.LookAsync(id))["enabled"].GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task What_waits_for_a_webhook_that_is_switched_off_fails_and_can_be_sent_afterwards()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.ServiceUnavailable);
        var since = host.Clock.GetUtcNow();
        await host.HappenAsync("account.connected", times: 3);
        await host.RunAsync();
        await host.PatchAsync(id, new { enabled = false });
        var refused = await host.Server.PostAsync($"/api/webhooks/{id}/replay", new { since });
        var test = await host.Server.PostAsync($"/api/webhooks/{id}/test");

        host.Receiver.Answer = Receiver.Status(HttpStatusCode.OK);
        await host.PatchAsync(id, new { enabled = true });
        var nothing = await host.Server.PostAsync($"/api/webhooks/{id}/replay", new { since = since.AddSeconds(1) });
        var replayed = await host.Server.PostAsync($"/api/webhooks/{id}/replay", new { since });
        await host.DeliverAsync();

        refused.Code.ShouldBe("conflict");
        test.Code.ShouldBe("conflict");
        nothing["replayed"].GetInt32().ShouldBe(0);
        replayed["replayed"].GetInt32().ShouldBe(3);
        (await host.DeliveriesAsync()).ShouldAllBe(row => row.State == DeliveryState.Delivered && row.Attempts == 2);
    }
}
