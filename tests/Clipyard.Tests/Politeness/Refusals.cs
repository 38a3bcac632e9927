using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Videos;

namespace Clipyard.Tests.Politeness;

public sealed class Refusals
{
    [Fact]
    public async Task A_passing_error_is_tried_again_and_again_but_not_for_ever()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.Status, SandboxEndpoint.Page, status: 500, times: null);

        var error = await Should.ThrowAsync<ConnectionException>(GetAsync(host));

        error.Code.ShouldBe("network_error");
        error.IsTransient.ShouldBeTrue();
        ((int)error.HttpStatus!).ShouldBe(500);
        host.Sandbox.Journal.Of(SandboxEndpoint.Page).Count.ShouldBe(4);
        host.Client.GetStatistics().Retries.ShouldBe(3);
    }

    [Theory]
    [InlineData(FaultKind.Reset)]
    [InlineData(FaultKind.Cut)]
    [InlineData(FaultKind.LengthTooLong)]
    public async Task A_broken_connection_is_tried_again(FaultKind kind)
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(kind, SandboxEndpoint.Page, bytes: 300);

        (await GetAsync(host)).Id.Value.ShouldBe(DemoWorld.PlainVideo);

        host.Client.GetStatistics().Retries.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_asked_for_again()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.LostAnswer, SandboxEndpoint.Page);

        (await GetAsync(host)).Id.Value.ShouldBe(DemoWorld.PlainVideo);

        // By the transport itself, where the connection was used before; else by us.
        host.Sandbox.Journal.Of(SandboxEndpoint.Page).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Each_try_waits_about_twice_as_long_as_all_before_it()
    {
        var clock = new ManualClock();
        var recorder = new DelayRecorder(clock);
        await using var host = await LibraryHost.StartAsync(
            options => Patient(options) with { RetryDelay = TimeSpan.FromSeconds(1) },
            recorder
        );
        host.Fault(FaultKind.Status, SandboxEndpoint.Page, status: 500, times: 3);

        await RunAsync(clock, GetAsync(host));

        // The jitter is Polly's: it moves each try within its own span, and the spans double.
        recorder.Delays.Count.ShouldBe(3);
        var waited = TimeSpan.Zero;
        for (var tries = 1; tries <= 3; tries++)
        {
            waited += recorder.Delays[tries - 1];
            var longest = TimeSpan.FromSeconds(0.72 * Math.Pow(2, tries));
            waited.ShouldBeInRange(tries == 1 ? TimeSpan.Zero : longest * 0.45, longest);
        }
    }

    [Fact]
    public async Task Retry_After_is_honoured()
    {
        var clock = new ManualClock();
        await using var host = await LibraryHost.StartAsync(Patient, clock);
        host.Fault(FaultKind.Status, SandboxEndpoint.Page, status: 429, retryAfterSeconds: 17);

        var started = clock.GetUtcNow();
        await RunAsync(clock, GetAsync(host));

        (clock.GetUtcNow() - started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(17));
        host.Sandbox.Journal.Of(SandboxEndpoint.Page).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_long_Retry_After_is_left_to_the_caller()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.Status, SandboxEndpoint.Page, status: 429, times: null, retryAfterSeconds: 3600);

        var error = await Should.ThrowAsync<ConnectionException>(GetAsync(host));

        error.Code.ShouldBe("rate_limited");
        error.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
        host.Sandbox.Journal.Of(SandboxEndpoint.Page).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(FaultKind.Captcha)]
    [InlineData(FaultKind.Empty)]
    public async Task A_page_that_keeps_us_out_is_a_refusal_and_is_not_hammered(FaultKind kind)
    {
        var clock = new ManualClock();
        await using var host = await LibraryHost.StartAsync(Patient, clock);
        host.Fault(kind, SandboxEndpoint.Page);

        var error = await Should.ThrowAsync<ConnectionException>(GetAsync(host));

        error.Code.ShouldBe("blocked_by_tiktok");
        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(300));
        host.Sandbox.Journal.Of(SandboxEndpoint.Page).Count.ShouldBe(1);

        var started = clock.GetUtcNow();
        await RunAsync(clock, GetAsync(host));
        (clock.GetUtcNow() - started).ShouldBe(TimeSpan.FromSeconds(300));
    }

    [Fact]
    public async Task A_listing_that_wants_a_captcha_is_a_refusal_too()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.Captcha, SandboxEndpoint.Listing, times: null);

        var error = await Should.ThrowAsync<ConnectionException>(async () =>
        {
            await foreach (
                var _ in host.Client.Creators.GetPostsAsync(
                    DemoWorld.SunnyGarden,
                    TestContext.Current.CancellationToken
                )
            ) { }
        });

        error.Code.ShouldBe("blocked_by_tiktok");
        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(300));
    }

    [Fact]
    public async Task A_403_is_a_refusal_and_the_next_request_rests()
    {
        var clock = new ManualClock();
        await using var host = await LibraryHost.StartAsync(Patient, clock);
        host.Fault(FaultKind.Status, SandboxEndpoint.Page, status: 403);

        var error = await Should.ThrowAsync<ConnectionException>(GetAsync(host));
        error.Code.ShouldBe("blocked_by_tiktok");
        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(300));

        var started = clock.GetUtcNow();
        await RunAsync(clock, GetAsync(host));
        (clock.GetUtcNow() - started).ShouldBe(TimeSpan.FromSeconds(300));
    }

    [Fact]
    public async Task The_waiting_page_is_answered_once_a_session()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.Challenge, SandboxEndpoint.Page, times: null);

        await GetAsync(host);
        await host.Client.Videos.GetAsync(
            LibraryHost.Video(DemoWorld.RichCaption),
            TestContext.Current.CancellationToken
        );

        host.Client.GetStatistics().Challenges.ShouldBe(1);
        host.Sandbox.Journal.Of(SandboxEndpoint.Page).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_waiting_page_that_stays_is_a_refusal()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.UnsolvableChallenge, SandboxEndpoint.Page, times: null);

        (await Should.ThrowAsync<ConnectionException>(GetAsync(host))).Code.ShouldBe("blocked_by_tiktok");
    }

    [Fact]
    public async Task Whoever_does_not_answer_waiting_pages_is_refused()
    {
        await using var host = await LibraryHost.StartAsync(options => options with { AnswerChallenges = false });
        host.Fault(FaultKind.Challenge, SandboxEndpoint.Page, times: null);

        (await Should.ThrowAsync<ConnectionException>(GetAsync(host))).Code.ShouldBe("blocked_by_tiktok");
        host.Client.GetStatistics().Challenges.ShouldBe(0);
    }

    [Fact]
    public async Task A_country_without_TikTok_is_named()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.RegionNotServed, SandboxEndpoint.Page, times: null);

        (await Should.ThrowAsync<ContentUnavailableException>(GetAsync(host))).Code.ShouldBe("region_blocked");
    }

    [Fact]
    public async Task No_answer_within_the_time_is_a_failure_of_the_network()
    {
        var clock = new ManualClock();
        await using var host = await LibraryHost.StartAsync(options => options with { Retries = 0 }, clock);
        host.Fault(FaultKind.Stall, SandboxEndpoint.Page, times: null);

        var error = await Should.ThrowAsync<ConnectionException>(RunAsync(clock, GetAsync(host)));
        error.Code.ShouldBe("network_error");
        error.Message.ShouldContain("30 s");
    }

    [Fact]
    public async Task Waiting_for_a_free_connection_is_not_waiting_for_an_answer()
    {
        var clock = new ManualClock();
        await using var host = await LibraryHost.StartAsync(
            options => options with { Retries = 0, ConnectionsPerHost = 1 },
            clock
        );
        host.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Delay,
                Endpoint = SandboxEndpoint.Page,
                Delay = TimeSpan.FromHours(1),
            }
        );

        var first = GetAsync(host);
        var second = host.Client.Videos.GetAsync(
            LibraryHost.Video(DemoWorld.RichCaption),
            TestContext.Current.CancellationToken
        );
        while (host.Sandbox.Journal.Of(SandboxEndpoint.Page).Count == 0)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        clock.Advance(TimeSpan.FromSeconds(30));

        (await Should.ThrowAsync<ConnectionException>(first)).Message.ShouldContain("30 s");
        (await second).Id.Value.ShouldBe(DemoWorld.RichCaption);
    }

    [Fact]
    public async Task A_host_that_is_not_there_is_a_failure_of_the_network()
    {
        using var client = new ClipyardClient(
            new ClipyardOptions { TikTokAddress = new Uri("http://127.0.0.1:1"), Retries = 0 }
        );

        var error = await Should.ThrowAsync<ConnectionException>(
            client.Videos.GetAsync(LibraryHost.Video(DemoWorld.PlainVideo), TestContext.Current.CancellationToken)
        );

        error.Code.ShouldBe("network_error");
    }

    private static Task<VideoInfo> GetAsync(LibraryHost host) =>
        host.Client.Videos.GetAsync(LibraryHost.Video(DemoWorld.PlainVideo), TestContext.Current.CancellationToken);

    /// <summary>Longer than any wait in these tests, so that the clock's jumps never end a request that really runs.</summary>
    private static ClipyardOptions Patient(ClipyardOptions options) =>
        options with
        {
            UseRateLimiter = true,
            RequestTimeout = TimeSpan.FromHours(24),
        };

    private static Task RunAsync(ManualClock clock, Task work) => clock.RunAsync(work, within: TimeSpan.FromHours(1));
}
