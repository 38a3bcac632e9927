using System.Text;
using Clipyard.Failures;
using Clipyard.Links;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Tests.Client;

/// <summary>Answers that no well-behaved server gives.</summary>
public sealed class OddAnswers
{
    [Theory]
    [InlineData("//")]
    [InlineData("//[")]
    [InlineData("http://[")]
    public async Task A_redirect_to_what_is_no_address_is_named(string location)
    {
        await using var server = new RawServer(
            $"HTTP/1.1 302 Found\nLocation: {location}\nContent-Length: 0\nConnection: close\n\n"
        );
        using var client = Client(server);

        (await Should.ThrowAsync<ClipyardException>(GetAsync(client))).Code.ShouldBe("page_changed");
        (
            await Should.ThrowAsync<ClipyardException>(
                client.Videos.GetAsync(
                    TikTokLink.Parse("https://vm.tiktok.com/ZMabc/"),
                    TestContext.Current.CancellationToken
                )
            )
        ).Code.ShouldBe("page_changed");
    }

    [Fact]
    public async Task Redirects_in_a_circle_are_named_as_such()
    {
        await using var server = new RawServer(
            "HTTP/1.1 302 Found\nLocation: /@i/video/1\nContent-Length: 0\nConnection: close\n\n"
        );
        using var client = Client(server);

        var error = await Should.ThrowAsync<ClipyardException>(GetAsync(client));

        error.Code.ShouldBe("page_changed");
        error.Detail!.ShouldContain("redirects more than 5 times");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_damaged_compression_is_a_failure_of_the_network_and_tried_again(string encoding)
    {
        await using var server = new RawServer(
            $"HTTP/1.1 200 OK\nContent-Encoding: {encoding}\nContent-Length: 12\nConnection: close\n\n<html>12345!"
        );
        using var client = Client(server);

        (await Should.ThrowAsync<ConnectionException>(GetAsync(client))).Code.ShouldBe("network_error");
        server.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("{\"v\":{\"a\":\"\\ud800\",\"c\":\"AAAA\"}}")]
    [InlineData("{\"\\ud800\":1,\"v\":{\"a\":\"AAAA\",\"c\":\"AAAA\"}}")]
    [InlineData("{\"v\":")]
    public async Task A_puzzle_that_cannot_be_read_is_a_refusal(string puzzle)
    {
        var cs = Convert.ToBase64String(Encoding.UTF8.GetBytes(puzzle)).TrimEnd('=');
        await using var server = new RawServer(
            "HTTP/1.1 200 OK\nConnection: close\n\n"
                + $"<html>Please wait...<p id=\"wci\" class=\"_wafchallengeid\"></p><p id=\"cs\" class=\"{cs}\"></p></html>"
        );
        using var client = Client(server);

        (await Should.ThrowAsync<ConnectionException>(GetAsync(client))).Code.ShouldBe("blocked_by_tiktok");
    }

    [Fact]
    public async Task A_Retry_After_of_decades_is_a_day()
    {
        await using var server = new RawServer(
            "HTTP/1.1 429 Slow Down\nRetry-After: 2147483647\nContent-Length: 0\nConnection: close\n\n"
        );
        using var client = Client(server);

        var error = await Should.ThrowAsync<ConnectionException>(GetAsync(client));

        error.Code.ShouldBe("rate_limited");
        error.RetryAfter.ShouldBe(TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task A_rest_of_a_day_is_not_slept_through_inside_the_next_call()
    {
        await using var server = new RawServer(
            "HTTP/1.1 429 Slow Down\nRetry-After: 86400\nContent-Length: 0\nConnection: close\n\n"
        );
        using var client = Client(server, useRateLimiter: true);
        await Should.ThrowAsync<ConnectionException>(GetAsync(client));

        var error = await Should.ThrowAsync<ConnectionException>(GetAsync(client));

        error.Code.ShouldBe("rate_limited");
        error.RetryAfter!.Value.ShouldBeInRange(TimeSpan.FromHours(23), TimeSpan.FromHours(24));
        server.Requests.Count.ShouldBe(1);
    }

    private static ClipyardClient Client(RawServer server, bool useRateLimiter = false) =>
        new(
            new ClipyardOptions
            {
                TikTokAddress = server.Address,
                UseRateLimiter = useRateLimiter,
                Retries = 1,
                RetryDelay = TimeSpan.Zero,
            }
        );

    private static Task GetAsync(ClipyardClient client) =>
        client.Videos.GetAsync(LibraryHost.Video(DemoWorld.PlainVideo), TestContext.Current.CancellationToken);
}
