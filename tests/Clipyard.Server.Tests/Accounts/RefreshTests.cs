using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official;
using Clipyard.Sandbox.Official.Apps;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Clipyard.Server.Tests.Identity;
using Clipyard.TikTokApi;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Accounts;

public sealed class RefreshTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_replaced_before_it_lapses_and_not_earlier()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        await host.AskAsync(id);
        await TwoServers.LapseAsync(host, id, DateTimeOffset.UtcNow.AddMinutes(11));
        await host.AskAsync(id);
        host.Asked(SandboxEndpoint.Token).Count.ShouldBe(1);

        await TwoServers.LapseAsync(host, id, DateTimeOffset.UtcNow.AddMinutes(9));
        await host.AskAsync(id);

        host.Asked(SandboxEndpoint.Token).Count.ShouldBe(2);
        var row = await host.RowAsync(id);
        row.TokenVersion.ShouldBe(2);
        row.RefreshHolder.ShouldBeNull();
        row.AccessExpiresAt!.Value.ShouldBeGreaterThan(DateTimeOffset.UtcNow.AddHours(23));
    }

    [Fact]
    public async Task Many_callers_share_one_refresh()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        await TwoServers.LapseAsync(host, id, DateTimeOffset.UtcNow);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.AskAsync(id)));

        host.Asked(SandboxEndpoint.Token).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_that_TikTok_refuses_is_replaced_whatever_our_clock_says()
    {
        var clock = new OffsetClock { Offset = TimeSpan.FromDays(1) };
        await using var host = await ServerHost.StartAsync(Stop, setup => setup with { TimeProvider = clock });
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        clock.Offset = TimeSpan.Zero; // now it seems to hold for two days
        host.Sandbox.Clock.Advance(TimeSpan.FromHours(25));

        (await host.AskAsync(id)).DisplayName.ShouldNotBeNullOrEmpty();

        host.Asked(SandboxEndpoint.Token).Count.ShouldBe(2);
        (await host.RowAsync(id)).State.ShouldBe(AccountState.Connected);
    }

    [Fact]
    public async Task With_a_clock_a_day_behind_nothing_is_lost()
    {
        var clock = new OffsetClock();
        await using var host = await ServerHost.StartAsync(Stop, setup => setup with { TimeProvider = clock });
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        clock.Offset = TimeSpan.FromDays(2); // lapsed, it seems
        await host.AskAsync(id);
        clock.Offset = TimeSpan.FromDays(-1);

        (await host.AskAsync(id)).DisplayName.ShouldNotBeNullOrEmpty();

        host.Asked(SandboxEndpoint.Token).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_lost_answer_hinders_nobody_while_the_present_token_holds()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        await TwoServers.LapseAsync(host, id, DateTimeOffset.UtcNow.AddMinutes(5));
        host.Fault(SandboxEndpoint.Token, FaultKind.LostAnswer);

        (await host.AskAsync(id)).DisplayName.ShouldNotBeNullOrEmpty();

        var row = await host.RowAsync(id);
        row.State.ShouldBe(AccountState.Connected);
        row.RefreshHolder.ShouldBeNull();
    }

    [Fact]
    public async Task After_a_lost_answer_with_newer_tokens_only_the_person_can_help()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        await TwoServers.LapseAsync(host, id, DateTimeOffset.UtcNow.AddMinutes(-1));
        host.Fault(SandboxEndpoint.Token, FaultKind.LostAnswer);

        var lost = await Should.ThrowAsync<ClipyardException>(() => host.AskAsync(id));
        var refused = await Should.ThrowAsync<ClipyardException>(() => host.AskAsync(id));
        var requests = host.Asked(SandboxEndpoint.Token).Count;
        var later = await Should.ThrowAsync<ClipyardException>(() => host.AskAsync(id));

        lost.Code.ShouldBe("network_error");
        refused.Code.ShouldBe("reconnect_needed");
        later.Code.ShouldBe("reconnect_needed");
        host.Asked(SandboxEndpoint.Token).Count.ShouldBe(requests, "TikTok is not asked again and again");
        var status = await host.GetAsync("/api/tiktok/status");
        status["connected"].GetBoolean().ShouldBeFalse();
        status["accounts.0.state"].GetString().ShouldBe("needs_reconnect");
        status["accounts.0.state_reason"].GetString()!.ShouldContain("invalid_grant");
        (await AuditLines.ActionsAsync(host)).ShouldContain("account.reconnect_needed");
        (await EventsAsync(host)).ShouldBe(["account.connected", "account.reconnect_needed"]);

        (await host.ConnectAsync(DemoWorld.SunnyGarden)).ShouldBe(id);
        (await host.AskAsync(id)).DisplayName.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_lost_answer_costs_nothing_where_refresh_tokens_stay()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        host.Sandbox.Official.Settings = new OfficialSettings { RotateRefreshTokens = false };
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        await TwoServers.LapseAsync(host, id, DateTimeOffset.UtcNow.AddMinutes(-1));
        host.Fault(SandboxEndpoint.Token, FaultKind.LostAnswer);
        await Should.ThrowAsync<ClipyardException>(() => host.AskAsync(id));

        (await host.AskAsync(id)).DisplayName.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task When_TikTok_is_away_a_lapsed_account_is_not_given_up()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        await TwoServers.LapseAsync(host, id, DateTimeOffset.UtcNow.AddMinutes(-1));
        host.Fault(SandboxEndpoint.Token, FaultKind.Status, fault => fault with { Status = 503 });

        (await Should.ThrowAsync<ClipyardException>(() => host.AskAsync(id))).Code.ShouldBe("network_error");

        (await host.RowAsync(id)).State.ShouldBe(AccountState.Connected);
        (await host.AskAsync(id)).DisplayName.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_access_that_was_taken_back_needs_its_person()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        host.Sandbox.Official.Inbox.Disconnect(DemoWorld.SunnyGarden, DemoApps.AuditedKey).ShouldBeTrue();

        var error = await Should.ThrowAsync<ClipyardException>(() => host.AskAsync(id));

        error.Code.ShouldBe("reconnect_needed");
        error.Message.ShouldContain("@" + DemoWorld.SunnyGarden);
        (await host.RowAsync(id)).State.ShouldBe(AccountState.NeedsReconnect);
        (await host.PostAsync("/api/tiktok/disconnect")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_token_that_is_refused_as_well_is_not_tried_for_ever()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        var before = host.Asked(SandboxEndpoint.UserInfo).Count;
        host.Fault(
            SandboxEndpoint.UserInfo,
            FaultKind.ErrorCode,
            fault => fault with { Text = "access_token_invalid", Status = 401, Times = null }
        );

        var error = await Should.ThrowAsync<TikTokApiException>(() => host.AskAsync(id));

        error.TikTokCode.ShouldBe("access_token_invalid");
        host.Asked(SandboxEndpoint.UserInfo).Count.ShouldBe(before + 2);
        (await host.RowAsync(id)).State.ShouldBe(AccountState.NeedsReconnect);
    }

    [Fact]
    public async Task Tokens_that_cannot_be_read_need_their_person()
    {
        await using var host = await ServerHost.StartAsync(Stop);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        await using (var scope = await host.EnterOwnerAsync(id))
        {
            await scope
                .ServiceProvider.GetRequiredService<ClipyardDb>()
                .Set<TikTokAccount>()
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.Tokens, "garbage"), Stop);
        }

        var error = await Should.ThrowAsync<ClipyardException>(() => host.AskAsync(id));

        error.Code.ShouldBe("reconnect_needed");
        (await host.RowAsync(id)).StateReason!.ShouldContain("cannot be read");
    }

    private static async Task<IEnumerable<string>> EventsAsync(ServerHost host)
    {
        await using var scope = host.Server.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Events.IgnoreQueryFilters(QueryFilters.OwnerOnly)
            .OrderBy(logged => logged.Id)
            .Select(logged => logged.Type)
            .ToListAsync(Stop);
    }
}
