using System.Text.Json;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Tests.Archive;

namespace Clipyard.Server.Tests.Automation.Mcp;

public sealed class ArgumentTests(McpServerFixture fixture) : IClassFixture<McpServerFixture>
{
    [Theory]
    [InlineData("archive_student", """{"student_id": "s-1", "max_videos": 0}""", "max_videos")]
    [InlineData("archive_student", """{"student_id": "s-1", "max_videos": 501}""", "max_videos")]
    [InlineData("archive_student", """{"student_id": "s-1", "max_videos": "ten"}""", "max_videos")]
    [InlineData("archive_student", """{"student_id": "s-1", "max_videos": 1.5}""", "max_videos")]
    [InlineData("archive_student", """{"max_videos": 5}""", "student_id")]
    [InlineData("archive_videos", """{"urls": []}""", "urls")]
    [InlineData("archive_videos", """{"urls": null}""", "urls")]
    [InlineData("archive_videos", """{"urls": "https://www.tiktok.com/@a/video/7123456789012345678"}""", "urls")]
    [InlineData("archive_videos", """{"urls": [""], "quality": "4k"}""", "urls[0]")]
    [InlineData(
        "archive_videos",
        """{"urls": ["https://www.tiktok.com/@a/video/7123456789012345678"], "quality": "4k"}""",
        "quality"
    )]
    [InlineData("list_clips", """{"student_id": "../s"}""", "student_id")]
    [InlineData("list_posts", """{"limit": 0}""", "limit")]
    [InlineData("list_posts", """{"limit": 1001}""", "limit")]
    [InlineData("list_posts", """{"state": "lost"}""", "state")]
    [InlineData("list_posts", """{"states": "failed"}""", "states")]
    [InlineData("list_students", """{"cursor": "!"}""", "cursor")]
    [InlineData("get_post", """{"post_id": "none"}""", "post_id")]
    [InlineData("get_post", """{"post_id": ""}""", "post_id")]
    [InlineData(
        "get_post",
        """{"post_id": "0192f3a4-5b6c-7d8e-9f00-112233445566", "wait_seconds": 51}""",
        "wait_seconds"
    )]
    [InlineData("make_post", """{"caption": "x"}""", "clip_id")]
    [InlineData("make_post", """{"clip_id": "1", "url": "https://example.com/a.mp4"}""", "exactly one")]
    [InlineData("make_post", """{"url": "https://example.com/a.mp4", "mode": "live"}""", "mode")]
    [InlineData("make_post", """{"url": "https://example.com/a.mp4", "mode": "direct"}""", "privacy_level")]
    [InlineData("make_post", """{"url": "https://example.com/a.mp4", "schedule_time": "tomorrow"}""", "schedule_time")]
    [InlineData(
        "make_post",
        """{"url": "https://example.com/a.mp4", "schedule": "2099-01-01T00:00:00Z"}""",
        "schedule"
    )]
    [InlineData("make_post", """{"url": "https://example.com/a.mp4", "approval": "no"}""", "approval")]
    public async Task An_argument_that_cannot_be_is_named_and_makes_nothing(string tool, string arguments, string named)
    {
        var host = fixture.Host;
        await using var mcp = await McpCaller.ConnectAsync(host);
        await host.LinkAsync("s-1", DemoWorld.SunnyGarden);

        var refused = await mcp.FailAsync(tool, JsonElement.Parse(arguments));

        refused.GetProperty("code").GetString().ShouldBe("invalid_parameter", refused.ToString());
        refused.GetProperty("message").GetString()!.ShouldContain(named);
        refused.GetProperty("message").GetString()!.ShouldNotContain("Clipyard.");
        (await mcp.CallAsync("list_posts")).GetProperty("total").GetInt32().ShouldBe(0);
        (await host.GetAsync("/api/v1/jobs"))["total"].GetInt32().ShouldBe(0);
    }
}
