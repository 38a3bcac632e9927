using System.Net;

namespace Clipyard.Server.Tests.Accounts;

public sealed class VerificationFileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_portal_finds_the_file_of_each_token_without_a_key()
    {
        await using var host = await StartAsync("Ab12", "x-Y_9");
        using var stranger = new HttpClient { BaseAddress = host.Client.BaseAddress };

        using var answer = await stranger.GetAsync("/tiktokAb12.txt", Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("text/plain");
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldBe("tiktok-developers-site-verification=Ab12");
        (await stranger.GetStringAsync("/tiktokx-Y_9.txt", Stop)).ShouldBe("tiktok-developers-site-verification=x-Y_9");
    }

    [Theory]
    [InlineData("/tiktokab12.txt")]
    [InlineData("/tiktokAb1.txt")]
    [InlineData("/tiktokother.txt")]
    [InlineData("/tiktokAb12%2F.txt")]
    public async Task Any_other_is_not_found(string path)
    {
        await using var host = await StartAsync("Ab12");

        (await host.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("tiktok.txt")]
    [InlineData("a b")]
    public async Task What_is_no_token_stops_the_start(string token)
    {
        var error = await Should.ThrowAsync<Exception>(() => StartAsync(token));

        error.Message.ShouldContain("TikTok:VerificationTokens");
    }

    private static Task<ServerHost> StartAsync(params string[] tokens) =>
        ServerHost.StartAsync(
            Stop,
            setup =>
                setup with
                {
                    Settings = ServerHost.With(
                        setup,
                        [.. tokens.Select((token, place) => ($"TikTok:VerificationTokens:{place}", (string?)token))]
                    ),
                }
        );
}
