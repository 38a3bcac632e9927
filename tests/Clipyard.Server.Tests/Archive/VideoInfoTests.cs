using System.Net;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Server.Tests.Archive;

public sealed class VideoInfoTests
{
    [Fact]
    public async Task A_post_is_described_and_remembered()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        var url = Uri.EscapeDataString(
            $"https://www.tiktok.com/@{DemoWorld.SunnyGarden}/video/{DemoWorld.PlainVideo}?lang=en"
        );

        var first = await host.GetAsync($"/api/v1/videos/info?url={url}");
        var again = await host.GetAsync($"/api/v1/videos/info?url={url}");

        first.Status.ShouldBe(HttpStatusCode.OK, first.Text);
        first["kind"].GetString().ShouldBe("video");
        first["id"].GetString().ShouldBe(DemoWorld.PlainVideo);
        first["caption"].GetString()!.ShouldContain("Northern lights");
        first["author.username"].GetString().ShouldBe(DemoWorld.SunnyGarden);
        first["hashtags.0.name"].GetString().ShouldBe("aurora");
        first["formats"].GetArrayLength().ShouldBeGreaterThan(3);
        first["formats.0.codec"].GetString().ShouldBeOneOf("h264", "h265");
        first["counts.plays"].GetInt64().ShouldBeGreaterThan(0);
        again.Text.ShouldBe(first.Text);
        host.Sandbox.Journal.Of(SandboxEndpoint.Page).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_short_link_and_a_photo_post_are_read_too()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);

        var answer = await host.GetAsync($"/api/v1/videos/info?url=https://vm.tiktok.com/{DemoWorld.PhotoCode}/");

        answer["kind"].GetString().ShouldBe("photo");
        answer["images"].GetArrayLength().ShouldBe(4);
        answer["duration_ms"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("", "invalid_parameter")]
    [InlineData("?url=", "invalid_parameter")]
    [InlineData("?url=hello%20there", "invalid_parameter")]
    [InlineData("?url=https://example.com/", "foreign_url")]
    [InlineData("?url=https://www.tiktok.com/@sunny.garden", "unsupported_url")]
    [InlineData($"?url={DemoWorld.Removed}", "video_removed")]
    [InlineData($"?url=https://vm.tiktok.com/{DemoWorld.ExpiredCode}", "short_link_expired")]
    public async Task What_cannot_be_read_says_why(string query, string code)
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);

        var answer = await host.GetAsync($"/api/v1/videos/info{query}");

        answer.Code.ShouldBe(code, answer.Text);
        ((int)answer.Status).ShouldBeInRange(400, 499);
    }
}
