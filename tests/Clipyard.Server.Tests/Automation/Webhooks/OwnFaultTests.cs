using System.Text.Json;
using Clipyard.Server.Automation.Webhooks.Delivering;
using Clipyard.Server.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Automation.Webhooks;

/// <summary>What goes wrong on our side is nobody else's fault, and passes.</summary>
public sealed class OwnFaultTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_cannot_be_signed_waits_and_is_not_held_against_its_receiver()
    {
        await using var host = await HookHost.StartAsync();
        var id = await host.MakeIdAsync("account.connected");
        await host.InDbAsync(db =>
            db.SigningSecrets.ExecuteUpdateAsync(set => set.SetProperty(row => row.Sealed, "of other keys"), Stop)
        );
        await host.HappenAsync("account.connected", times: 3);
        await host.RunAsync();
        var held = await host.DeliveriesAsync();
        var shown = await host.LookAsync(id);

        var rotated = await host.Server.PostAsync($"/api/webhooks/{id}/rotate-secret");
        await host.NextTryAsync();

        held.ShouldAllBe(row => row.State == DeliveryState.Pending && row.Attempts == 0 && row.FailedInARow == 0);
        held.ShouldAllBe(row => row.LastError != null && row.LastAttemptAt == null);
        shown["failing_since"].ValueKind.ShouldBe(JsonValueKind.Null);
        host.Receiver.Got.Count.ShouldBe(3);
        host.Receiver.Got.ShouldAllBe(got => got.IsSignedWith(rotated["secret"].GetString()));
    }

    [Fact]
    public async Task What_ends_in_an_unforeseen_error_is_left_alone_for_half_a_minute()
    {
        await using var host = await HookHost.StartOutsideAsync();
        await host.MakeAsync("account.connected");
        var http = host.Server.Server.Services.GetRequiredService<OutsideHttp>();
        http.Fault = new InvalidOperationException("unforeseen");
        await host.HappenAsync("account.connected");
        await host.RunAsync();
        var row = await host.DeliveryAsync();

        http.Fault = null;
        await host.NextTryAsync();

        row.NextAttemptAt.ShouldBe(host.Clock.GetUtcNow());
        (row.NextAttemptAt - row.CreatedAt).ShouldBe(TimeSpan.FromSeconds(30));
        host.Receiver.Got.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("account.connected", "{")]
    [InlineData("job.completed", "[]")]
    public async Task An_event_that_nobody_can_read_keeps_no_other_back(string type, string data)
    {
        await using var host = await HookHost.StartAsync();
        await host.MakeAsync("account.connected archive.completed");
        await host.HappenAsync("account.connected");
        await host.InDbAsync(db =>
        {
            var now = host.Clock.GetUtcNow();
            db.Events.Add(
                new LoggedEvent
                {
                    OwnerId = db.Scope.Owner.Id,
                    At = now,
                    Type = type,
                    Subject = "unreadable",
                    Data = data,
                    UntoldSince = now,
                }
            );
            return db.SaveChangesAsync(Stop);
        });
        await host.HappenAsync("account.connected");

        await host.RunAsync();

        host.Receiver.Got.Count.ShouldBe(2);
        (await host.InDbAsync(db => db.Events.CountAsync(logged => logged.UntoldSince != null, Stop))).ShouldBe(0);
    }

    [Fact]
    public async Task Events_that_nobody_listens_to_are_passed_over_however_many()
    {
        await using var host = await HookHost.StartAsync();
        await host.HappenAsync("account.connected", times: 1_500); // more than a turn hands out
        var id = await host.MakeIdAsync("account.connected");
        await host.PatchAsync(id, new { enabled = false });

        (await host.FanOutAsync()).ShouldBeNull();

        (await host.InDbAsync(db => db.Events.CountAsync(logged => logged.UntoldSince != null, Stop))).ShouldBe(0);
        (await host.DeliveriesAsync()).ShouldBeEmpty();
    }
}
