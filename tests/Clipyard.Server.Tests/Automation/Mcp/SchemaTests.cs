using System.Text.Json;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Archive;
using ModelContextProtocol.Client;

namespace Clipyard.Server.Tests.Automation.Mcp;

/// <summary>What clients are promised of the tools: some check every answer against it and refuse what does not fit.</summary>
public sealed class SchemaTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_and_every_failure_fits_the_tools_schema()
    {
        await using var host = await McpHost.StartAsync();
        var mcp = await host.CallerAsync("read", "archive", "draft", "publish");
        await host.Server.LinkAsync("s-1", DemoWorld.SunnyGarden);
        var kept = await CheckedAsync(mcp, "archive_student", new { student_id = "s-1", max_videos = 2 });
        var byLink = await CheckedAsync(
            mcp,
            "archive_videos",
            new { urls = new[] { DemoWorld.PlainVideo, DemoWorld.Removed } }
        );
        await host.FinishJobAsync(kept.GetProperty("id").GetString()!);
        await host.FinishJobAsync(byLink.GetProperty("id").GetString()!);
        var draft = await CheckedAsync(mcp, "make_post", new { url = host.NewVideo(), caption = "Hello" });
        var scheduled = await CheckedAsync(
            mcp,
            "make_post",
            new { url = host.NewVideo(), schedule_time = DateTimeOffset.UtcNow.AddYears(1).ToString("O")[..19] + "Z" }
        );
        await host.UntilAsync(draft.GetProperty("post_id").GetString()!, PostState.InInbox);

        (string Tool, object Arguments)[] calls =
        [
            ("look_up_video", new { url = DemoWorld.RichCaption }),
            ("look_up_video", new { url = DemoWorld.Photos }),
            ("look_up_video", new { url = DemoWorld.Removed }),
            ("look_up_video", new { url = "https://example.com/" }),
            ("get_job", new { job_id = kept.GetProperty("id") }),
            ("get_job", new { job_id = byLink.GetProperty("id") }),
            ("get_job", new { job_id = "none" }),
            ("list_students", new { }),
            ("list_clips", new { student_id = "s-1" }),
            ("list_clips", new { student_id = "s-2" }),
            ("list_accounts", new { }),
            ("get_post", new { post_id = draft.GetProperty("post_id") }),
            ("get_post", new { post_id = scheduled.GetProperty("post_id") }),
            ("list_posts", new { }),
            ("cancel_post", new { post_id = scheduled.GetProperty("post_id") }),
            ("cancel_post", new { post_id = draft.GetProperty("post_id") }),
            ("make_post", new { }),
        ];
        foreach (var (tool, arguments) in calls)
        {
            await CheckedAsync(mcp, tool, arguments);
        }
    }

    [Fact]
    public async Task Every_tool_explains_itself_and_its_arguments_and_says_what_it_does_to_the_world()
    {
        await using var host = await McpHost.StartAsync();
        var mcp = await host.CallerAsync("read");

        foreach (var tool in await mcp.Client.ListToolsAsync(cancellationToken: Stop))
        {
            tool.Name.ShouldMatch("^[a-z]+(_[a-z]+)*$");
            tool.Description.Length.ShouldBeGreaterThan(50, tool.Name);
            var hints = tool.ProtocolTool.Annotations.ShouldNotBeNull();
            hints.ReadOnlyHint.ShouldBe(ReadsOnly(tool), tool.Name);
            hints.DestructiveHint.ShouldBe(tool.Name == "cancel_post", tool.Name);
            hints.IdempotentHint.ShouldNotBeNull();
            tool.JsonSchema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
            foreach (var argument in tool.JsonSchema.GetProperty("properties").EnumerateObject())
            {
                argument.Value.GetProperty("description").GetString()!.Length.ShouldBeGreaterThan(5, argument.Name);
                argument.Value.GetProperty("type").ValueKind.ShouldBe(JsonValueKind.String, argument.Name);
            }
        }
    }

    [Fact]
    public async Task An_answer_that_fits_no_schema_would_be_found()
    {
        await using var host = await McpHost.StartAsync();
        var mcp = await host.CallerAsync("read");
        var tools = await mcp.Client.ListToolsAsync(cancellationToken: Stop);
        var schema = tools.Single(tool => tool.Name == "list_students").ReturnJsonSchema.ShouldNotBeNull();

        foreach (
            var wrong in (string[])
                [
                    "[]",
                    "{}",
                    """{"students": 5, "count": 0, "total": 0, "next_cursor": null}""",
                    """{"students": [], "count": 0.5, "total": 0, "next_cursor": null}""",
                    """{"students": [], "count": 0, "total": 0, "next_cursor": null, "more": 1}""",
                ]
        )
        {
            SchemaCheck.Faults(schema, JsonElement.Parse(wrong)).ShouldNotBeEmpty(wrong);
        }
    }

    [Fact]
    public async Task The_states_that_can_be_asked_for_are_named()
    {
        await using var host = await McpHost.StartAsync();
        var mcp = await host.CallerAsync("read");

        var tools = await mcp.Client.ListToolsAsync(cancellationToken: Stop);

        var state = tools
            .Single(tool => tool.Name == "list_posts")
            .JsonSchema.GetProperty("properties")
            .GetProperty("state");
        foreach (var known in Enum.GetValues<PostState>())
        {
            var name = JsonNamingPolicy.SnakeCaseLower.ConvertName(known.ToString());
            state.GetProperty("description").GetString()!.ShouldContain(name);
            await mcp.CallAsync("list_posts", new { state = name });
        }
    }

    private static async Task<JsonElement> CheckedAsync(McpCaller mcp, string name, object arguments)
    {
        var tools = await mcp.Client.ListToolsAsync(cancellationToken: Stop);
        var tool = tools.Single(one => one.Name == name);
        var given = JsonSerializer.SerializeToElement(arguments);
        if (given.EnumerateObject().Any())
        {
            SchemaCheck.Faults(tool.JsonSchema, given).ShouldBeEmpty(name);
        }

        var result = await mcp.TryAsync(name, arguments);
        var answer = result.StructuredContent.ShouldNotBeNull();
        SchemaCheck.Faults(tool.ReturnJsonSchema.ShouldNotBeNull(), answer).ShouldBeEmpty($"{name}: {answer}");
        return answer;
    }

    private static bool ReadsOnly(McpClientTool tool) =>
        tool.Name.StartsWith("get_", StringComparison.Ordinal)
        || tool.Name.StartsWith("list_", StringComparison.Ordinal)
        || tool.Name == "look_up_video";
}
