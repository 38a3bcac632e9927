using System.Net;
using System.Net.Http.Json;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Clipyard.Server.Tests.Identity;
using Clipyard.TikTokApi.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Accounts;

public sealed class DisconnectTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Disconnecting_revokes_at_TikTok_and_forgets_the_tokens()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);

        var answer = await host.PostAsync("/api/tiktok/disconnect");

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer["success"].GetBoolean().ShouldBeTrue();
        answer["revoked"].GetBoolean().ShouldBeTrue();
        host.Asked(SandboxEndpoint.Revoke).Count.ShouldBe(1);
        var row = await host.RowAsync(id);
        row.State.ShouldBe(AccountState.Disconnected);
        row.Tokens.ShouldBeNull();
        (await host.GetAsync("/api/tiktok/status"))["connected"].GetBoolean().ShouldBeFalse();
        (await AuditLines.ActionsAsync(host)).ShouldContain("account.disconnected");
        (await host.PostAsync("/api/tiktok/disconnect")).Code.ShouldBe("not_connected");
        (await host.GetAsync($"/api/tiktok/accounts/{id}/creator-info")).Code.ShouldBe("not_connected");
    }

    [Fact]
    public async Task An_account_can_be_connected_again_under_its_old_id()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        await host.PostAsync("/api/tiktok/disconnect");

        (await host.ConnectAsync(DemoWorld.SunnyGarden)).ShouldBe(id);

        (await host.AskAsync(id)).DisplayName.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task With_several_accounts_one_has_to_be_named()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var sunny = await host.ConnectAsync(DemoWorld.SunnyGarden);
        var harbor = await host.ConnectAsync(DemoWorld.HarborLights);

        var refused = await host.PostAsync("/api/tiktok/disconnect", new { });
        var named = await host.PostAsync("/api/tiktok/disconnect", new { account_id = harbor });

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused["detail"].GetString()!.ShouldContain($"{sunny}");
        refused["detail"].GetString()!.ShouldContain($"{harbor}");
        named.Status.ShouldBe(HttpStatusCode.OK);
        (await host.RowAsync(sunny)).State.ShouldBe(AccountState.Connected);
    }

    [Fact]
    public async Task Nobody_stays_connected_because_TikTok_does_not_answer()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        await host.ConnectAsync(DemoWorld.SunnyGarden);
        host.Fault(SandboxEndpoint.Revoke, FaultKind.LostAnswer);

        var answer = await host.PostAsync("/api/tiktok/disconnect");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer["revoked"].GetBoolean().ShouldBeFalse();
        (await host.GetAsync("/api/tiktok/status"))["accounts"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Another_owners_account_is_not_there_and_keeps_working_when_one_of_two_disconnects()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var ben = await Someone.AddAsync(host, "ben", scopes: "read draft");
        using var bensBrowser = await ConnectBrowser.SignedInAsync(host, ben.Name, ben.Password);
        var bens = Guid.Parse(await bensBrowser.ConnectAsync(DemoWorld.SunnyGarden));
        var own = await host.ConnectAsync(DemoWorld.SunnyGarden);

        var foreign = await host.PostAsync("/api/tiktok/disconnect", new { account_id = bens });
        var options = await host.GetAsync($"/api/tiktok/accounts/{bens}/creator-info");
        var answer = await host.PostAsync("/api/tiktok/disconnect", new { account_id = own });

        foreign.Status.ShouldBe(HttpStatusCode.NotFound);
        options.Status.ShouldBe(HttpStatusCode.NotFound);
        answer["revoked"].GetBoolean().ShouldBeFalse();
        host.Asked(SandboxEndpoint.Revoke).ShouldBeEmpty();
        (await host.AskAsync(bens)).DisplayName.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Observers_are_told_in_the_transaction_that_says_so()
    {
        await using var host = await ServerHost.StartAsync(
            Stop,
            setup => setup with { ConfigureServices = services => services.AddScoped<IAccountObserver, Objector>() }
        );
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);

        var answer = await host.PostAsync("/api/tiktok/disconnect");

        answer.Status.ShouldBe(HttpStatusCode.InternalServerError);
        (await host.RowAsync(id)).State.ShouldBe(AccountState.Connected, "what an observer refuses does not happen");
        host.Asked(SandboxEndpoint.Revoke).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_who_ends_the_access_at_TikTok_ends_it_for_every_owner()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var ben = await Someone.AddAsync(host, "ben", scopes: "read draft");
        using var bensBrowser = await ConnectBrowser.SignedInAsync(host, ben.Name, ben.Password);
        var bens = Guid.Parse(await bensBrowser.ConnectAsync(DemoWorld.SunnyGarden));
        var own = await host.ConnectAsync(DemoWorld.SunnyGarden);
        var removals = host.Server.Services.GetRequiredService<IAccountRemovals>();
        var openId = (await host.RowAsync(own)).OpenId;

        var early = await removals.RemoveAsync(
            openId,
            RemovalReason.Disconnected,
            DateTimeOffset.UtcNow.AddHours(-1),
            Stop
        );
        var ended = await removals.RemoveAsync(openId, RemovalReason.Disconnected, DateTimeOffset.UtcNow, Stop);
        var again = await removals.RemoveAsync(openId, RemovalReason.Disconnected, at: null, Stop);

        early.ShouldBe(0, "what happened before the account was connected is about an older connection");
        ended.ShouldBe(2);
        again.ShouldBe(0);
        foreach (var id in (Guid[])[own, bens])
        {
            var row = await host.RowAsync(id);
            row.State.ShouldBe(AccountState.Disconnected);
            row.StateReason.ShouldBe("The person disconnected the app in TikTok.");
            row.Tokens.ShouldBeNull();
        }
    }

    private sealed class Objector : IAccountObserver
    {
        public Task LeavingAsync(ClipyardDb db, Guid accountId, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("not yet");
    }
}
