using System.Net;
using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Automation.Webhooks;

public sealed class DeliveryLogTests
{
    [Fact]
    public async Task The_log_says_what_became_of_a_message_and_a_replay_sends_the_same_again()
    {
        await using var host = await HookHost.StartOutsideAsync();
        var id = await host.MakeIdAsync("account.connected");
        host.Receiver.Answer = context => context.Response.WriteAsync("thank you");
        await host.HappenAsync("account.connected");
        await host.RunAsync();

        var log = await host.Server.GetAsync($"/api/webhooks/{id}/deliveries");
        var delivery = log["deliveries.0"];
        var replay = await host.Server.PostAsync(
            $"/api/webhooks/{id}/deliveries/{delivery.GetProperty("id").GetGuid()}/replay"
        );
        await host.DeliverAsync();

        delivery.GetProperty("state").GetString().ShouldBe("delivered");
        delivery.GetProperty("type").GetString().ShouldBe("account.connected");
        delivery.GetProperty("response").GetString().ShouldBe("thank you");
        delivery.GetProperty("attempts").GetInt32().ShouldBe(1);
        replay.Status.ShouldBe(HttpStatusCode.Accepted, replay.Text);
        replay["state"].GetString().ShouldBe("pending");
        host.Receiver.Got.Count.ShouldBe(2);
        host.Receiver.Got[0].Id.ShouldBe(delivery.GetProperty("message_id").GetString());
        host.Receiver.Got[1].Id.ShouldBe(host.Receiver.Got[0].Id);
        host.Receiver.Got[1].Body.ShouldBe(host.Receiver.Got[0].Body);
        (await host.DeliveryAsync()).State.ShouldBe(DeliveryState.Delivered);
    }

    [Fact]
    public async Task A_replay_asked_for_twice_with_one_key_is_sent_once_and_answered_with_the_same_delivery()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        var delivery = await host.DeliveryAsync();
        var path = $"/api/webhooks/{id}/deliveries/{delivery.Id}/replay";

        var first = await host.Server.SendAsync(HttpMethod.Post, path, null, ("Idempotency-Key", "one"));
        await host.DeliverAsync();
        await host.PatchAsync(id, new { enabled = false });
        var again = await host.Server.SendAsync(HttpMethod.Post, path, null, ("Idempotency-Key", "one"));
        await host.PatchAsync(id, new { enabled = true });
        await host.DeliverAsync();
        var sentByThen = host.Receiver.Got.Count;
        var other = await host.Server.SendAsync(HttpMethod.Post, path, null, ("Idempotency-Key", "other"));
        await host.DeliverAsync();
        var elsewhere = await host.Server.SendAsync(
            HttpMethod.Post,
            $"/api/webhooks/{id}/deliveries/{Guid.NewGuid()}/replay",
            null,
            ("Idempotency-Key", "one")
        );

        (first.Status, again.Status, other.Status).ShouldBe(
            (HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Accepted)
        );
        first["id"].GetGuid().ShouldBe(delivery.Id);
        again["id"].GetGuid().ShouldBe(delivery.Id);
        (first["state"].GetString(), again["state"].GetString()).ShouldBe(("pending", "delivered"));
        sentByThen.ShouldBe(2);
        host.Receiver.Got.Count.ShouldBe(3);
        elsewhere.Code.ShouldBe("idempotency_mismatch");
    }

    [Fact]
    public async Task What_failed_is_sent_again_once_for_one_key()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.InternalServerError);
        await host.HappenAsync("account.connected", times: 2);
        await host.RunAsync();
        await host.PatchAsync(id, new { enabled = false });
        await host.PatchAsync(id, new { enabled = true });
        var since = new { since = DateTimeOffset.UnixEpoch };
        var path = $"/api/webhooks/{id}/replay";

        var first = await host.Server.SendAsync(HttpMethod.Post, path, since, ("Idempotency-Key", "one"));
        await host.PatchAsync(id, new { enabled = false }); // they fail again
        await host.PatchAsync(id, new { enabled = true });
        var again = await host.Server.SendAsync(HttpMethod.Post, path, since, ("Idempotency-Key", "one"));
        var states = (await host.DeliveriesAsync()).Select(row => row.State);

        first["replayed"].GetInt32().ShouldBe(2);
        again.Text.ShouldBe(first.Text);
        states.ShouldBe([DeliveryState.Failed, DeliveryState.Failed]);
    }

    [Fact]
    public async Task What_a_receiver_inside_answers_is_shown_to_nobody()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        host.Receiver.Answer = context => context.Response.WriteAsync("of the network inside");
        await host.HappenAsync("account.connected");
        await host.RunAsync();

        var log = await host.Server.GetAsync($"/api/webhooks/{id}/deliveries");

        log["deliveries.0.last_status"].GetInt32().ShouldBe(200);
        log.Text.ShouldNotContain("of the network inside");
    }

    [Fact]
    public async Task A_test_is_sent_whatever_the_webhook_listens_to()
    {
        await using var host = await HookHost.StartAsync();
        var made = await host.MakeAsync("post.failed");

        var answer = await host.Server.PostAsync($"/api/webhooks/{made["id"].GetGuid()}/test");
        await host.DeliverAsync();

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        var got = host.Receiver.Got.ShouldHaveSingleItem();
        got.Type.ShouldBe("webhook.test");
        got.IsSignedWith(made["secret"].GetString()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_log_is_read_in_pages_and_by_state()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        await host.HappenAsync("account.connected", times: 5);
        await host.RunAsync();
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.InternalServerError);
        await host.HappenAsync("account.connected");
        await host.RunAsync();

        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await host.Server.GetAsync($"/api/webhooks/{id}/deliveries?limit=4&cursor={cursor}");
            page["total"].GetInt32().ShouldBe(6);
            seen.AddRange(page["deliveries"].EnumerateArray().Select(row => row.GetProperty("id").GetGuid()));
            cursor = page["next_cursor"].GetString();
        } while (cursor is not null);

        seen.Count.ShouldBe(6);
        seen.ShouldBeUnique();
        var pending = await host.Server.GetAsync($"/api/webhooks/{id}/deliveries?state=pending");
        pending["count"].GetInt32().ShouldBe(1);
        (await host.Server.GetAsync($"/api/webhooks/{id}/deliveries?state=sent")).Code.ShouldBe("invalid_parameter");
    }

    [Fact]
    public async Task What_became_of_messages_is_forgotten_after_30_days_but_not_what_waits()
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("account.connected");
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.InternalServerError);
        await host.HappenAsync("account.connected");
        await host.RunAsync();

        host.Clock.Advance(TimeSpan.FromDays(30));
        await SweepAsync(host);

        (await host.DeliveryAsync()).State.ShouldBe(DeliveryState.Pending);
    }

    [Fact]
    public async Task Events_that_nobody_has_handed_out_yet_are_kept_however_old()
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("account.connected");
        await host.HappenAsync("account.connected");
        await host.HappenAsync("post.updated");

        host.Clock.Advance(TimeSpan.FromDays(10));
        await SweepAsync(host);
        var left = await host.InDbAsync(db => db.Events.Select(logged => logged.Type).ToListAsync());
        await host.RunAsync();
        await SweepAsync(host);

        left.ShouldBe(["account.connected"]);
        host.Receiver.Got.ShouldHaveSingleItem();
        (await host.InDbAsync(db => db.Events.CountAsync())).ShouldBe(0);
    }

    private static async Task SweepAsync(HookHost host)
    {
        await using var scope = host.Server.Server.Services.CreateAsyncScope();
        foreach (var sweep in scope.ServiceProvider.GetServices<ISweep>())
        {
            await sweep.SweepAsync(TestContext.Current.CancellationToken);
        }
    }
}
