using Clipyard.Failures;

namespace Clipyard.Server.Tests.Network;

public sealed class SlowSourceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, true)]
    [InlineData(70_000, true)] // 2.8 KB a second
    [InlineData(1_700_000, false)] // 68,000 bytes a second
    public async Task A_body_that_comes_too_slowly_for_a_minute_is_given_up(int bytesAtOnce, bool isGivenUp)
    {
        using var next = new SemaphoreSlim(0);
        await using var peer = Dripping(bytesAtOnce, next);
        var clock = new ManualClock();
        using var fetch = new GuardedFetch(GuardedFetch.Trusting(peer.Address), time: clock);
        using var answer = await fetch.Http.GetAsync(peer.Address, Token);
        await using var body = await answer.Content.ReadAsStreamAsync(Token);

        for (var rounds = 0; rounds < 2; rounds++)
        {
            await DripAsync(body, bytesAtOnce, next, clock);
        }

        if (!isGivenUp)
        {
            await DripAsync(body, bytesAtOnce, next, clock);
            await DripAsync(body, bytesAtOnce, next, clock);
            return;
        }

        var error = await Should.ThrowAsync<ClipyardException>(() => DripAsync(body, bytesAtOnce, next, clock));
        error.Code.ShouldBe("url_unreachable");
        error.Message.ShouldContain("KB a second");
    }

    private static Peer Dripping(int bytesAtOnce, SemaphoreSlim next) =>
        new(
            async (_, stream, token) =>
            {
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n"u8.ToArray(), token);
                while (true)
                {
                    await next.WaitAsync(token);
                    await stream.WriteAsync(new byte[bytesAtOnce], token);
                }
            }
        );

    // 25 seconds pass while the first byte is waited for.
    private static async Task DripAsync(Stream body, int bytes, SemaphoreSlim next, ManualClock clock)
    {
        var reading = body.ReadExactlyAsync(new byte[bytes], Token).AsTask();
        clock.Advance(TimeSpan.FromSeconds(25));
        next.Release();
        await reading;
    }
}
