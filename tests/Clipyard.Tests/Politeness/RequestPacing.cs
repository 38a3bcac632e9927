using Clipyard.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Clipyard.Tests.Politeness;

public sealed class RequestPacing
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_burst_goes_out_at_once_and_the_rest_one_a_second()
    {
        var pacer = Pacer(new ClipyardOptions { RequestsPerMinute = 60, Burst = 3 });

        var waits = Enumerable.Range(0, 5).Select(_ => WaitAsync(pacer)).ToArray();

        waits.Count(wait => wait.IsCompleted).ShouldBe(3);
        await AdvanceAsync(TimeSpan.FromSeconds(1), waits[3]);
        waits[4].IsCompleted.ShouldBeFalse();
        await AdvanceAsync(TimeSpan.FromSeconds(1), waits[4]);
    }

    [Fact]
    public async Task After_a_rest_there_is_a_burst_again_but_no_more()
    {
        var pacer = Pacer(new ClipyardOptions { RequestsPerMinute = 60, Burst = 2 });
        await WaitAsync(pacer);
        await WaitAsync(pacer);

        _clock.Advance(TimeSpan.FromHours(1));
        var waits = Enumerable.Range(0, 3).Select(_ => WaitAsync(pacer)).ToArray();

        waits.Count(wait => wait.IsCompleted).ShouldBe(2);
    }

    [Fact]
    public async Task After_a_refusal_everything_rests_for_the_cool_down()
    {
        var pacer = Pacer(new ClipyardOptions());
        pacer.Refused("", retryAfter: null).ShouldBe(TimeSpan.FromSeconds(300));

        var wait = WaitAsync(pacer);
        _clock.Advance(TimeSpan.FromSeconds(299));
        wait.IsCompleted.ShouldBeFalse();
        await AdvanceAsync(TimeSpan.FromSeconds(1), wait);
    }

    [Fact]
    public async Task What_TikTok_asks_for_is_what_it_gets()
    {
        var pacer = Pacer(new ClipyardOptions());
        pacer.Refused("", TimeSpan.FromSeconds(7)).ShouldBe(TimeSpan.FromSeconds(7));

        var wait = WaitAsync(pacer);
        wait.IsCompleted.ShouldBeFalse();
        await AdvanceAsync(TimeSpan.FromSeconds(7), wait);
    }

    [Fact]
    public async Task A_refusal_while_somebody_waits_makes_them_wait_longer()
    {
        var pacer = Pacer(new ClipyardOptions { RequestsPerMinute = 60, Burst = 1 });
        await WaitAsync(pacer);
        var wait = WaitAsync(pacer);
        pacer.Refused("", TimeSpan.FromSeconds(30));

        _clock.Advance(TimeSpan.FromSeconds(29));
        wait.IsCompleted.ShouldBeFalse();
        await AdvanceAsync(TimeSpan.FromSeconds(1), wait);
    }

    [Fact]
    public async Task Another_exit_does_not_rest()
    {
        var pacer = Pacer(new ClipyardOptions());
        pacer.Refused("http://one.example:8080", retryAfter: null);

        await pacer.WaitAsync("http://two.example:8080", TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Each_refusal_halves_the_rate_and_good_answers_bring_it_back()
    {
        var pacer = Pacer(new ClipyardOptions());

        pacer.Refused("", retryAfter: null);
        pacer.Refused("", retryAfter: null);
        pacer.Factor.ShouldBe(0.25);

        for (var answers = 0; answers < RequestPacer.GoodAnswersToRecover; answers++)
        {
            pacer.Answered();
        }

        pacer.Factor.ShouldBe(0.3125);
    }

    [Fact]
    public void Requests_refused_together_halve_the_rate_once()
    {
        var pacer = Pacer(new ClipyardOptions());
        var sessions = new SessionPool(new ClipyardOptions(), [], _clock);
        var session = sessions.Current();

        for (var request = 0; request < 5; request++)
        {
            pacer.Refused(session.Exit, retryAfter: null, isNews: sessions.Retire(session));
        }

        pacer.Factor.ShouldBe(0.5);
    }

    [Fact]
    public void Proxies_that_differ_in_their_password_alone_are_different_exits_and_none_shows_it()
    {
        var options = new ClipyardOptions
        {
            Proxies = [new Uri("http://one:hush@proxy.test:8080"), new Uri("http://two:hush@proxy.test:8080")],
        };
        var sessions = new SessionPool(options, [], _clock);

        var first = sessions.Current();
        sessions.Retire(first);
        var second = sessions.Current();

        first.Exit.ShouldNotBe(second.Exit);
        first.Exit.ShouldNotContain("hush");
    }

    [Fact]
    public async Task A_longer_rest_than_the_longest_is_left_to_the_caller()
    {
        var pacer = Pacer(new ClipyardOptions());
        pacer.Refused("", TimeSpan.FromHours(1));

        var error = await Should.ThrowAsync<ConnectionException>(WaitAsync(pacer));
        error.RetryAfter.ShouldBe(TimeSpan.FromHours(1));

        _clock.Advance(TimeSpan.FromMinutes(55));
        var wait = WaitAsync(pacer);
        wait.IsCompleted.ShouldBeFalse();
        await AdvanceAsync(TimeSpan.FromMinutes(5), wait);
    }

    [Fact]
    public void Without_adaptive_slowing_the_rate_stays()
    {
        var pacer = Pacer(new ClipyardOptions { AdaptiveSlowing = false });

        pacer.Refused("", retryAfter: null);

        pacer.Factor.ShouldBe(1);
    }

    [Fact]
    public async Task Switched_off_nothing_waits()
    {
        var pacer = Pacer(
            new ClipyardOptions
            {
                UseRateLimiter = false,
                RequestsPerMinute = 1,
                Burst = 1,
            }
        );
        pacer.Refused("", retryAfter: null);

        await WaitAsync(pacer);
        await WaitAsync(pacer);
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        var pacer = Pacer(new ClipyardOptions());
        pacer.Refused("", retryAfter: null);
        using var stop = new CancellationTokenSource();

        var wait = pacer.WaitAsync("", stop.Token);
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(wait);
    }

    private static Task WaitAsync(RequestPacer pacer) => pacer.WaitAsync("", TestContext.Current.CancellationToken);

    private RequestPacer Pacer(ClipyardOptions options) => new(options, _clock, NullLogger.Instance);

    private async Task AdvanceAsync(TimeSpan by, Task expected)
    {
        _clock.Advance(by);
        await expected.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }
}
