using System.Net;

namespace Clipyard.Server.Tests.Publishing.Requests;

public sealed class VideoPostTests
{
    private const string Route = "/api/posts/video";
    private const string Address = "https://example.com/video.mp4";

    [Fact]
    public async Task A_video_is_taken_on_from_its_address_and_waits_for_a_person()
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.Server.PostAsync(
            Route,
            new
            {
                content = "Caption #tag",
                platforms = new[] { "tiktok" },
                video_url = Address,
                video_title = "not used beside content",
                video_description = "Below",
                schedule_time = "2026-12-01T18:00:00+07:00",
            }
        );

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        answer["success"].GetBoolean().ShouldBeTrue();
        answer["state"].GetString().ShouldBe("preparing");
        answer["status"].GetString().ShouldBe("PROCESSING");
        answer["caption"].GetString().ShouldBe("Caption #tag\n\nBelow");
        answer["results.tiktok.success"].GetBoolean().ShouldBeTrue();
        answer["results.tiktok.post_id"].GetGuid().ShouldBe(answer["post_id"].GetGuid());
        answer["schedule_time"].GetString().ShouldBe("2026-12-01T18:00:00+07:00");
        answer["needs_approval"].GetBoolean().ShouldBeTrue();
        var id = answer["post_id"].GetGuid();
        await host.PrepareAsync(id);
        (await host.GetAsync(id))["state"].GetString().ShouldBe("awaiting_approval");
    }

    [Fact]
    public async Task With_auto_approve_it_goes_on_at_once_as_a_draft()
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.Server.PostAsync(Route, new { video_url = Address, auto_approve = true });

        answer["mode"].GetString().ShouldBe("inbox");
        answer["needs_approval"].GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_in_the_address_works_and_makes_nothing_public_by_itself()
    {
        await using var host = await PostHost.StartAsync();
        var key = await host.KeyAsync("draft publish", allowInQuery: true);
        using var client = host.Server.CreateClient();

        using var response = await client.PostAsync(
            $"{Route}?api_key={key}",
            System.Net.Http.Json.JsonContent.Create(
                new
                {
                    video_url = Address,
                    auto_approve = true,
                    mode = "direct",
                    privacy_level = "SELF_ONLY",
                }
            ),
            TestContext.Current.CancellationToken
        );
        var answer = await JsonAnswer.ReadAsync(response, TestContext.Current.CancellationToken);

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        answer["needs_approval"].GetBoolean().ShouldBeTrue();
        using var elsewhere = await client.GetAsync($"/api/posts?api_key={key}", TestContext.Current.CancellationToken);
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(
        """{"video_url":"https://example.com/v.mp4","platforms":["tiktok","instagram"]}""",
        "unsupported_platform"
    )]
    [InlineData("""{"video_url":"https://example.com/v.mp4","platforms":[]}""", "unsupported_platform")]
    [InlineData("""{"video_url":"https://example.com/v.mp4","platforms":[null]}""", "unsupported_platform")]
    [InlineData(
        """{"video_url":"https://example.com/v.mp4","callback_url":"http://127.0.0.1:5678/"}""",
        "url_not_allowed"
    )]
    [InlineData("""{"content":"no video"}""", "invalid_parameter")]
    [InlineData("""{"video_url":"file:///etc/passwd"}""", "url_not_allowed")]
    public async Task What_cannot_be_is_refused_and_makes_nothing(string body, string code)
    {
        await using var host = await PostHost.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await host.Server.Client.PostAsync(Route, content, TestContext.Current.CancellationToken);
        var answer = await JsonAnswer.ReadAsync(response, TestContext.Current.CancellationToken);

        answer.Code.ShouldBe(code, answer.Text);
        answer["success"].GetBoolean().ShouldBeFalse();
        (await host.CountAsync()).ShouldBe(0);
    }
}
