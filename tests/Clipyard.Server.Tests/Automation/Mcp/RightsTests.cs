using System.Net;
using System.Text.Json;
using Clipyard.Server.Tests.Identity;

namespace Clipyard.Server.Tests.Automation.Mcp;

public sealed class RightsTests(McpServerFixture fixture) : IClassFixture<McpServerFixture>
{
    private const string NoId = "0192f3a4-5b6c-7d8e-9f00-112233445566";

    private static readonly string[] EveryScope = ["read", "archive", "draft", "publish", "approve", "tasks", "admin"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("look_up_video", "read", """{"url": "https://www.tiktok.com/@a/video/7123456789012345678"}""")]
    [InlineData("archive_videos", "archive", """{"urls": ["https://www.tiktok.com/@a/video/7123456789012345678"]}""")]
    [InlineData("archive_student", "archive", """{"student_id": "s-1"}""")]
    [InlineData("get_job", "read", $$"""{"job_id": "{{NoId}}"}""")]
    [InlineData("list_students", "read", "{}")]
    [InlineData("list_clips", "read", """{"student_id": "s-1"}""")]
    [InlineData("list_accounts", "read", "{}")]
    [InlineData("make_post", "draft", """{"clip_id": "7123456789012345678"}""")]
    [InlineData("get_post", "read", $$"""{"post_id": "{{NoId}}"}""")]
    [InlineData("list_posts", "read", "{}")]
    [InlineData("cancel_post", "draft", $$"""{"post_id": "{{NoId}}"}""")]
    public async Task A_key_without_the_tools_scope_is_told_which_one_it_lacks(
        string tool,
        string scope,
        string arguments
    )
    {
        var host = fixture.Host;
        await using var mcp = await McpCaller.WithScopesAsync(host, [.. EveryScope.Where(other => other != scope)]);

        var refused = await mcp.FailAsync(tool, JsonElement.Parse(arguments));

        refused.GetProperty("code").GetString().ShouldBe("forbidden");
        refused.GetProperty("message").GetString()!.ShouldContain($"needs the scope {scope}");
        refused.GetProperty("remedy").GetString()!.ShouldContain("POST /api/keys");
    }

    [Fact]
    public async Task Every_tool_is_among_those_whose_scope_was_tried()
    {
        var host = fixture.Host;
        await using var mcp = await McpCaller.ConnectAsync(host);

        var tools = await mcp.Client.ListToolsAsync(cancellationToken: Stop);

        var tried = typeof(RightsTests)
            .GetMethod(nameof(A_key_without_the_tools_scope_is_told_which_one_it_lacks))!
            .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
            .Cast<InlineDataAttribute>()
            .Select(data => data.Data[0]);
        tools.Select(tool => tool.Name).ShouldBe(tried, ignoreOrder: true);
    }

    [Fact]
    public async Task No_tool_approves_whatever_the_key_may_do_elsewhere()
    {
        await using var host = await McpHost.StartAsync();
        var mcp = await host.CallerAsync(EveryScope);
        var post = await mcp.CallAsync("make_post", new { url = host.NewVideo(), approval = true });
        var id = post.GetProperty("post_id").GetString();
        await host.RunPostsAsync();
        var tools = await mcp.Client.ListToolsAsync(cancellationToken: Stop);

        foreach (var tool in tools.Where(tool => tool.Name != "cancel_post"))
        {
            // Every id that a tool takes, and whatever an approval could be called.
            foreach (var extra in (string[])["", "approve", "approved", "approval", "auto_approve", "version", "state"])
            {
                var arguments = Ids(tool.JsonSchema, id);
                if (extra.Length > 0)
                {
                    arguments[extra] = true;
                }

                await mcp.TryAsync(tool.Name, arguments);
            }
        }

        await host.RunPostsAsync();
        var after = await host.Server.GetAsync($"/api/posts/{id}");
        after["state"].GetString().ShouldBe("awaiting_approval");
        after["approved_at"].ValueKind.ShouldBe(JsonValueKind.Null);
        host.Server.Sandbox.Official.Tasks.ShouldBeEmpty();
        tools.ShouldNotContain(tool => tool.Name.Contains("approve") || tool.Name.Contains("retry"));
    }

    [Fact]
    public async Task Another_owners_things_are_not_there()
    {
        await using var host = await McpHost.StartAsync();
        var mcp = await host.CallerAsync("read", "archive", "draft");
        var (post, job) = (
            await mcp.CallAsync("make_post", new { url = host.NewVideo() }),
            await mcp.CallAsync("archive_videos", new { urls = new[] { Sandbox.Worlds.DemoWorld.PlainVideo } })
        );
        await host.Server.PutAsync("/tiktok/student/s-1/username", new { username = "harbor.lights" });
        var ben = await Someone.AddAsync(host.Server, "ben", scopes: "read archive draft publish");
        await using var other = await McpCaller.ConnectAsync(host.Server, ben.Key);

        (string Tool, object Arguments, string Code)[] calls =
        [
            ("get_post", new { post_id = post.GetProperty("post_id") }, "not_found"),
            ("cancel_post", new { post_id = post.GetProperty("post_id") }, "not_found"),
            ("get_job", new { job_id = job.GetProperty("id"), wait_seconds = 50 }, "not_found"),
            ("list_clips", new { student_id = "s-1" }, "student_not_linked"),
            ("archive_student", new { student_id = "s-1" }, "student_not_linked"),
            ("make_post", new { url = host.NewVideo(), account_id = host.AccountId }, "not_found"),
        ];
        foreach (var (tool, arguments, code) in calls)
        {
            (await other.FailAsync(tool, arguments)).GetProperty("code").GetString().ShouldBe(code, tool);
        }

        (await other.CallAsync("list_posts")).GetProperty("total").GetInt32().ShouldBe(0);
        (await other.CallAsync("list_students")).GetProperty("total").GetInt32().ShouldBe(0);
        (await other.CallAsync("list_accounts")).GetProperty("accounts").GetArrayLength().ShouldBe(0);
        (await mcp.CallAsync("get_post", new { post_id = post.GetProperty("post_id") }))
            .GetProperty("state")
            .GetString()
            .ShouldBe("preparing");
    }

    [Theory]
    [InlineData("Bearer wrong")]
    [InlineData(null)]
    public async Task Without_a_key_that_works_the_answer_says_how_to_call(string? authorization)
    {
        var host = fixture.Host;

        var answer = await McpWire.PostAsync(host, McpWire.Ping, key: null, ("Authorization", authorization));

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Code.ShouldBe("unauthenticated");
        answer["remedy"].GetString()!.ShouldContain("Authorization: Bearer KEY");
        answer.Headers["WWW-Authenticate"].ShouldStartWith("Bearer");
    }

    [Fact]
    public async Task A_browsers_session_is_no_key()
    {
        var host = fixture.Host;
        using var browser = await Browser.SignedInAsync(host, "admin", host.Password);

        var answer = await browser.SendAsync(
            HttpMethod.Post,
            "/mcp",
            JsonElement.Parse(McpWire.Ping),
            ("Origin", Browser.Origin(host)),
            ("X-Clipyard", "1"),
            ("Accept", McpWire.Accept)
        );

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer["remedy"].GetString()!.ShouldContain("Authorization: Bearer KEY");
    }

    [Fact]
    public async Task The_other_header_for_keys_works_and_the_address_does_not()
    {
        var host = fixture.Host;

        var inHeader = await McpWire.PostAsync(host, McpWire.Ping, key: null, ("X-API-Key", host.Key));
        using var client = host.CreateClient();
        using var content = new StringContent(McpWire.Ping, null, "application/json");
        using var inAddress = await client.PostAsync($"/mcp?api_key={host.Key}", content, Stop);

        inHeader.Status.ShouldBe(HttpStatusCode.OK, inHeader.Text);
        inAddress.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static Dictionary<string, object?> Ids(JsonElement schema, string? id) =>
        schema
            .GetProperty("properties")
            .EnumerateObject()
            .Where(property => property.Name.EndsWith("_id", StringComparison.Ordinal))
            .ToDictionary(property => property.Name, object? (_) => id, StringComparer.Ordinal);
}
