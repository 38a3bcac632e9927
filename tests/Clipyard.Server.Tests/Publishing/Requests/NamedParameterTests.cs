using System.Net;
using System.Text.Json.Nodes;

namespace Clipyard.Server.Tests.Publishing.Requests;

public sealed class NamedParameterTests
{
    private static readonly string Long = new('x', 2_201);

    [Theory]
    [InlineData(
        "/api/posts",
        """{"source":{"url":"https://example.com/a.mp4"},"schedule_time":"soon"}""",
        "schedule_time"
    )]
    [InlineData("/api/posts", """{"source":{"url":"https://example.com/a.mp4"},"mode":"loud"}""", "mode")]
    [InlineData("/api/posts", """{"source":{"url":"https://example.com/a.mp4"},"content":"LONG"}""", "content")]
    [InlineData("/api/posts", """{"source":{"url":"https://example.com/a.mp4"},"title":"LONG"}""", "title")]
    [InlineData("/api/posts", """{"source":{"upload_id":"x"}}""", "source.upload_id")]
    [InlineData("/api/posts", """{"source":{"images":[]}}""", "source.images")]
    [InlineData(
        "/api/posts/video",
        """{"video_url":"https://example.com/a.mp4","video_title":"LONG"}""",
        "video_title"
    )]
    [InlineData("/api/posts/video", """{"video_url":"https://example.com/a.mp4","platforms":["x"]}""", "platforms")]
    [InlineData("/api/keys", """{"name":"one","scopes":["draft"],"default_caption":"LONG"}""", "default_caption")]
    [InlineData("/api/keys", """{"name":"","scopes":["draft"]}""", "name")]
    [InlineData("/api/keys", """{"name":"one","scopes":["loud"]}""", "scopes")]
    [InlineData("/api/keys", """{"name":"one","scopes":["read"],"expires_at":"2020-01-01T00:00:00Z"}""", "expires_at")]
    [InlineData("/api/people", """{"name":""}""", "name")]
    [InlineData("/api/people", """{"name":"a b/c"}""", "name")]
    [InlineData("/api/webhooks", """{"events":["post.failed"]}""", "url")]
    [InlineData("/api/webhooks", """{"url":"https://example.com/","events":["post.lost"]}""", "events")]
    [InlineData("/api/publishing/pause", """{"reason":"LONG"}""", "reason")]
    [InlineData("/api/v1/instances", """{"name":7}""", "name")]
    [InlineData("/api/v1/instances", """{"name":"","account_ids":[]}""", "name")]
    [InlineData("/api/v1/instances", """{"name":"one","account_ids":[]}""", "account_ids")]
    public async Task A_refusal_names_the_parameter_in_the_callers_words(string route, string body, string parameter)
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.Server.PostAsync(
            route,
            JsonNode.Parse(body.Replace("LONG", Long, StringComparison.Ordinal))!
        );

        ((int)answer.Status).ShouldBeInRange(400, 422, answer.Text);
        answer["parameter"].GetString().ShouldBe(parameter, answer.Text);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("cursor=abc", "cursor")]
    [InlineData("from=yesterday", "from")]
    public async Task So_do_lists(string query, string parameter) => await RefusesAsync($"/api/posts?{query}", parameter);

    [Theory]
    [InlineData("/tiktok/student/a%20b/info", "student_id")]
    [InlineData("/api/v1/tasks/seven", "task_id")]
    public async Task So_do_addresses(string address, string parameter) => await RefusesAsync(address, parameter);

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"username":"no such name"}""")]
    public async Task So_does_the_link_of_a_student(string body)
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.Server.PutAsync("/tiktok/student/anna/username", JsonNode.Parse(body)!);

        answer.Code.ShouldBe("invalid_parameter", answer.Text);
        answer["parameter"].GetString().ShouldBe("username");
    }

    private static async Task RefusesAsync(string address, string parameter)
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.Server.GetAsync(address);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer["parameter"].GetString().ShouldBe(parameter);
    }

    [Fact]
    public async Task A_failure_that_is_about_no_parameter_names_none()
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.Server.GetAsync($"/api/posts/{Guid.Empty}");

        answer.Code.ShouldBe("not_found");
        answer.Json.TryGetProperty("parameter", out _).ShouldBeFalse();
    }
}
