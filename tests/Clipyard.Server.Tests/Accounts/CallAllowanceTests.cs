using System.Net;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Accounts;

public sealed class CallAllowanceTests
{
    private const string OpenId = "-000somebody";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TikTokCallName.Init, 6)]
    [InlineData(TikTokCallName.CreatorInfo, 20)]
    [InlineData(TikTokCallName.Status, 30)]
    public async Task A_minute_has_so_many_calls_and_the_next_one_says_when(string name, int limit)
    {
        var call = Enum.Parse<TikTokCall>(name);
        var clock = new ManualClock();
        await using var host = await StartAsync(clock);
        var allowance = host.Server.Services.GetRequiredService<ICallAllowance>();
        var first = clock.GetUtcNow();
        (await allowance.TakeAsync(OpenId, call, 1, Stop)).ShouldBeNull();
        clock.Advance(TimeSpan.FromSeconds(10));
        (await allowance.TakeAsync(OpenId, call, limit - 1, Stop)).ShouldBeNull();
        (await allowance.LeftAsync(OpenId, call, Stop)).ShouldBe(0);

        var at = await allowance.TakeAsync(OpenId, call, 1, Stop);
        var both = await allowance.TakeAsync(OpenId, call, 2, Stop);

        at.ShouldNotBeNull().ShouldBe(first.AddMinutes(1), TimeSpan.FromSeconds(2));
        both.ShouldNotBeNull().ShouldBe(first.AddSeconds(70), TimeSpan.FromSeconds(2));
        clock.Advance(at.Value - clock.GetUtcNow());
        (await allowance.TakeAsync(OpenId, call, 1, Stop)).ShouldBeNull();
        (await allowance.TakeAsync(OpenId, call, 1, Stop)).ShouldNotBeNull();
        (await allowance.TakeAsync("another", call, limit, Stop)).ShouldBeNull("accounts are counted apart");
    }

    [Fact]
    public async Task No_minute_ever_holds_more_than_the_limit_whatever_the_order_of_callers()
    {
        var clock = new ManualClock();
        await using var host = await StartAsync(clock);
        var allowance = host.Server.Services.GetRequiredService<ICallAllowance>();
        var random = new Random(20_261_121);
        var taken = new List<DateTimeOffset>();

        for (var i = 0; i < 200; i++)
        {
            var count = random.Next(1, 7);
            if (await allowance.TakeAsync(OpenId, TikTokCall.Init, count, Stop) is null)
            {
                taken.AddRange(Enumerable.Repeat(clock.GetUtcNow(), count));
            }

            clock.Advance(TimeSpan.FromMilliseconds(random.Next(20_000)));
        }

        taken.Count.ShouldBeGreaterThan(60);
        foreach (var instant in taken)
        {
            taken.Count(other => other >= instant && other < instant.AddMinutes(1)).ShouldBeLessThanOrEqualTo(6);
        }
    }

    [Fact]
    public async Task Callers_at_once_never_take_more_than_there_is()
    {
        await using var two = await TwoServers.StartAsync(DemoWorld.SunnyGarden);
        ICallAllowance[] both =
        [
            two.First.Server.Services.GetRequiredService<ICallAllowance>(),
            two.Second.Server.Services.GetRequiredService<ICallAllowance>(),
        ];

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => both[i % 2].TakeAsync(OpenId, TikTokCall.Status, 1, Stop))
        );

        answers.Count(answer => answer is null).ShouldBe(30);
    }

    [Fact]
    public async Task A_clock_that_was_a_day_ahead_holds_nobody_up()
    {
        var clock = new OffsetClock { Offset = TimeSpan.FromDays(1) };
        await using var host = await StartAsync(clock);
        var allowance = host.Server.Services.GetRequiredService<ICallAllowance>();
        await allowance.TakeAsync(OpenId, TikTokCall.Init, 6, Stop);
        clock.Offset = TimeSpan.Zero;

        (await allowance.TakeAsync(OpenId, TikTokCall.Init, 6, Stop)).ShouldBeNull();
        (await allowance.TakeAsync(OpenId, TikTokCall.Init, 1, Stop))
            .ShouldNotBeNull()
            .ShouldBeLessThan(DateTimeOffset.UtcNow.AddMinutes(2));
    }

    [Fact]
    public async Task Creator_info_is_asked_each_time_and_no_oftener_than_TikTok_allows()
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow);
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = clock }, Stop);
        await using var host = await StartAsync(clock, sandbox);
        var id = await host.ConnectAsync(DemoWorld.SunnyGarden);
        var before = host.Asked(SandboxEndpoint.CreatorInfo).Count; // connecting asked for the name
        var left = 20 - before;

        for (var i = 0; i < left; i++)
        {
            var answer = await host.GetAsync($"/api/tiktok/accounts/{id}/creator-info");
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        }

        var refused = await host.GetAsync($"/api/tiktok/accounts/{id}/creator-info");
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Code.ShouldBe("rate_limited");
        refused["retry_after"].GetInt32().ShouldBeInRange(1, 61);
        host.Asked(SandboxEndpoint.CreatorInfo).Count.ShouldBe(20);
        clock.Advance(TimeSpan.FromSeconds(61));
        var info = await host.GetAsync($"/api/tiktok/accounts/{id}/creator-info");
        info["username"].GetString().ShouldBe(DemoWorld.SunnyGarden);
        info["privacy_levels"].EnumerateArray().Select(level => level.GetString()).ShouldContain("SELF_ONLY");
        info["max_video_duration_ms"].GetInt64().ShouldBeGreaterThan(0);
        info["comment_disabled"]
            .ValueKind.ShouldBeOneOf(System.Text.Json.JsonValueKind.True, System.Text.Json.JsonValueKind.False);
    }

    private static Task<ServerHost> StartAsync(TimeProvider clock, SandboxServer? sandbox = null) =>
        ServerHost.StartAsync(Stop, setup => setup with { TimeProvider = clock, StartScheduler = false }, sandbox);

    private static class TikTokCallName
    {
        public const string Init = nameof(TikTokCall.Init);
        public const string CreatorInfo = nameof(TikTokCall.CreatorInfo);
        public const string Status = nameof(TikTokCall.Status);
    }
}
