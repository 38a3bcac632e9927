using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Accounts;
using Clipyard.Server.Accounts.App;
using Clipyard.Server.Accounts.Tokens;
using Clipyard.TikTokApi.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Accounts;

/// <summary>Two processes want new tokens for one account; the sandbox ends a refresh token with its first use.</summary>
public sealed class RefreshRaceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_processes_share_one_refresh()
    {
        await using var two = await TwoServers.StartAsync(DemoWorld.SunnyGarden);
        await two.LapseAsync(DateTimeOffset.UtcNow);

        await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .SelectMany(_ => new[] { two.First.AskAsync(two.AccountId), two.Second.AskAsync(two.AccountId) })
        );

        two.TokenRequests.Count.ShouldBe(2, "one for connecting, one for the refresh");
        (await two.First.RowAsync(two.AccountId)).State.ShouldBe(AccountState.Connected);
    }

    [Fact]
    public async Task Two_processes_whose_clocks_differ_by_a_day_lose_nothing()
    {
        await using var two = await TwoServers.StartAsync(
            DemoWorld.SunnyGarden,
            new OffsetClock { Offset = TimeSpan.FromDays(1) }
        );
        await two.LapseAsync(DateTimeOffset.UtcNow);
        two.First.Fault(
            SandboxEndpoint.Token,
            FaultKind.Delay,
            fault => fault with { Delay = TimeSpan.FromMilliseconds(500) }
        );

        var first = two.First.AskAsync(two.AccountId);
        await two.SomebodyRefreshesAsync(first);
        var second = two.Second.AskAsync(two.AccountId); // to its clock the first one's lease lapsed long ago
        await Task.WhenAll(first, second);

        two.TokenRequests.Count.ShouldBe(3, "both asked, and one was refused");
        (await two.First.RowAsync(two.AccountId)).State.ShouldBe(AccountState.Connected);
        (await two.First.AskAsync(two.AccountId)).DisplayName.ShouldNotBeNullOrEmpty();
        (await two.Second.AskAsync(two.AccountId)).DisplayName.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Tokens_that_are_kept_late_make_an_account_whole_again_that_was_given_up()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow.AddDays(1));
        await using var two = await TwoServers.StartAsync(DemoWorld.SunnyGarden, clock);
        await two.LapseAsync(DateTimeOffset.UtcNow);

        // The first process is stopped between TikTok's answer and its keeping.
        var (rows, owner) = (TwoServers.RowsOf(two.First), await two.OwnerAsync());
        var account = await two.First.RowAsync(two.AccountId);
        (await rows.TryLeaseAsync(owner, account, Stop)).ShouldNotBeNull();
        var late = await AnswerAsync(two.First, account);

        var second = two.Second.AskAsync(two.AccountId);
        await clock.RunAsync(second.ContinueWith(_ => { }, TaskScheduler.Default), TimeSpan.FromSeconds(1));
        (await Should.ThrowAsync<ClipyardException>(second)).Code.ShouldBe("reconnect_needed");
        (await two.First.RowAsync(two.AccountId)).State.ShouldBe(AccountState.NeedsReconnect);

        (await rows.StoreAsync(owner, account, late, Stop)).ShouldBeTrue();

        (await two.First.RowAsync(two.AccountId)).State.ShouldBe(AccountState.Connected);
        (await two.First.AskAsync(two.AccountId)).DisplayName.ShouldNotBeNullOrEmpty();
        (await rows.StoreAsync(owner, account, late, Stop)).ShouldBeFalse("older tokens never replace newer ones");
    }

    [Fact]
    public async Task New_tokens_do_not_bring_back_what_was_disconnected_meanwhile()
    {
        await using var two = await TwoServers.StartAsync(DemoWorld.SunnyGarden);
        var account = await two.First.RowAsync(two.AccountId);
        var late = await AnswerAsync(two.First, account);
        await two.First.PostAsync("/api/tiktok/disconnect");

        (await TwoServers.RowsOf(two.First).StoreAsync(await two.OwnerAsync(), account, late, Stop)).ShouldBeFalse();

        (await two.First.RowAsync(two.AccountId)).Tokens.ShouldBeNull();
    }

    private static Task<TokenSet> AnswerAsync(ServerHost host, TikTokAccount account)
    {
        var box = host.Server.Services.GetRequiredService<TokenBox>();
        box.TryOpen(account.Id, account.Tokens, out _, out var refresh).ShouldBeTrue();
        return host.Server.Services.GetRequiredService<TikTokApp>().Client.OAuth.RefreshAsync(refresh, Stop);
    }
}
