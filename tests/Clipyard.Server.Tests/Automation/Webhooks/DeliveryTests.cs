using System.Net;
using Clipyard.Server.Automation.Webhooks.Delivering;

namespace Clipyard.Server.Tests.Automation.Webhooks;

public sealed class DeliveryTests
{
    [Fact]
    public async Task An_event_is_sent_signed_to_whom_listens_and_to_nobody_else()
    {
        await using var host = await HookHost.StartAsync();
        var made = await host.MakeAsync("account.connected account.disconnected");
        await host.MakeAsync("account.reconnect_needed", new Uri(host.Receiver.Origin + "/other"));

        await host.HappenAsync("account.connected", new { account_id = "1", username = "sunny" });
        await host.RunAsync();

        var got = host.Receiver.Got.ShouldHaveSingleItem();
        got.Method.ShouldBe("POST");
        got.Path.ShouldBe("/hook");
        got.Headers["Content-Type"].ShouldBe("application/json; charset=utf-8");
        got.Headers["User-Agent"].ShouldMatch("^Clipyard/[0-9]");
        got.Type.ShouldBe("account.connected");
        got.Json.GetProperty("timestamp").GetDateTimeOffset().ShouldBe(host.Clock.GetUtcNow());
        got.Json.GetProperty("data").GetProperty("username").GetString().ShouldBe("sunny");
        got.Headers["webhook-timestamp"].ShouldBe($"{host.Clock.GetUtcNow().ToUnixTimeSeconds()}");
        got.IsSignedWith(made["secret"].GetString()).ShouldBeTrue();
        var row = await host.DeliveryAsync();
        row.State.ShouldBe(DeliveryState.Delivered);
        row.LastStatus.ShouldBe(204);
    }

    [Fact]
    public async Task A_secret_that_is_rotated_leaves_no_gap()
    {
        await using var host = await HookHost.StartAsync();
        var made = await host.MakeAsync("account.connected");
        var old = made["secret"].GetString();

        var rotated = await host.Server.PostAsync($"/api/webhooks/{made["id"].GetGuid()}/rotate-secret");
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        host.Clock.Advance(TimeSpan.FromHours(24));
        await host.HappenAsync("account.connected");
        await host.RunAsync();

        rotated.Status.ShouldBe(HttpStatusCode.OK, rotated.Text);
        var @new = rotated["secret"].GetString();
        @new.ShouldNotBe(old);
        rotated["old_until"].GetDateTimeOffset().ShouldBe(host.Clock.GetUtcNow());
        host.Receiver.Got[0].IsSignedWith(old).ShouldBeTrue();
        host.Receiver.Got[0].IsSignedWith(@new).ShouldBeTrue();
        host.Receiver.Got[1].IsSignedWith(old).ShouldBeFalse();
        host.Receiver.Got[1].IsSignedWith(@new).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_not_received_is_sent_again_the_same_for_a_day_and_then_given_up()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.InternalServerError);
        var began = host.Clock.GetUtcNow();

        await host.HappenAsync("account.connected");
        await host.RunAsync();
        while ((await host.DeliveryAsync()).State == DeliveryState.Pending)
        {
            await host.NextTryAsync();
        }

        (host.Clock.GetUtcNow() - began).ShouldBeInRange(TimeSpan.FromHours(24), TimeSpan.FromHours(30));
        host.Receiver.Got.Count.ShouldBe(11);
        host.Receiver.Got.Select(got => (got.Id, got.Body)).Distinct().Count().ShouldBe(1);
        host.Receiver.Got.Select(got => got.Headers["webhook-timestamp"]).ShouldBeUnique();
        var shown = (await host.Server.GetAsync($"/api/webhooks/{id}/deliveries?state=failed"))["deliveries.0"];
        shown.GetProperty("attempts").GetInt32().ShouldBe(11);
        shown.GetProperty("last_status").GetInt32().ShouldBe(500);
        shown.GetProperty("last_error").GetString().ShouldBe("It answered 500.");
        (await host.LookAsync(id))["failing_since"].GetDateTimeOffset().ShouldBe(began);
    }

    [Fact]
    public async Task A_try_that_is_received_later_ends_it()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.BadGateway);
        await host.HappenAsync("account.connected");
        await host.RunAsync();

        host.Receiver.Answer = Receiver.Status(HttpStatusCode.OK);
        await host.NextTryAsync();

        var row = await host.DeliveryAsync();
        row.State.ShouldBe(DeliveryState.Delivered);
        row.Attempts.ShouldBe(2);
        row.LastError.ShouldBeNull();
        (await host.LookAsync(id))["failing_since"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("3600", 3_600)]
    [InlineData("1", 5)] // not before our own time
    [InlineData("999999", 12 * 3_600)] // nor for ever
    public async Task A_receivers_wish_to_wait_is_honoured_within_bounds(string wish, int seconds)
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("account.connected");
        host.Receiver.Answer = Receiver.Status(HttpStatusCode.TooManyRequests, ("Retry-After", wish));

        await host.HappenAsync("account.connected");
        await host.RunAsync();

        var wait = (await host.DeliveryAsync()).NextAttemptAt - host.Clock.GetUtcNow();
        wait.ShouldNotBeNull().TotalSeconds.ShouldBeInRange(seconds, seconds * 1.11);
    }

    [Fact]
    public async Task An_event_is_never_made_into_two_messages_for_one_webhook()
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("account.connected");
        await host.HappenAsync("account.connected", times: 250);

        await Task.WhenAll(host.FanOutAsync(), host.FanOutAsync(), host.FanOutAsync());
        while (await host.FanOutAsync() is not null)
        {
            // Until nothing is left.
        }

        (await host.DeliveriesAsync()).Count.ShouldBe(250);
        await host.DeliverAsync();
        await host.DeliverAsync();
        host.Receiver.Got.Count.ShouldBe(250);
        host.Receiver.Got.Select(got => got.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task Events_from_before_a_webhook_was_made_are_not_sent_to_it()
    {
        await using var host = await HookHost.StartAsync();
        await host.HappenAsync("account.connected");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.MakeAsync("account.connected");

        await host.RunAsync();

        (await host.DeliveriesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("job.completed", "downloads", "archive.completed")]
    [InlineData("job.failed", "student_download", "archive.failed")]
    [InlineData("job.completed", "verify", null)]
    public async Task The_end_of_a_download_is_told_as_an_event_of_the_archive(string type, string kind, string? told)
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("archive.completed archive.failed");

        await host.HappenAsync(type, new { kind, done = 3 });
        await host.RunAsync();

        host.Receiver.Got.Select(got => got.Type).ShouldBe(told is null ? [] : [told]);
    }
}
