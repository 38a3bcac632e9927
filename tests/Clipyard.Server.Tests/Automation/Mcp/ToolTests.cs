using System.Text.Json;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Archive;

namespace Clipyard.Server.Tests.Automation.Mcp;

public sealed class ToolTests
{
    [Fact]
    public async Task A_model_finds_a_video_keeps_it_and_drafts_it_until_it_is_in_the_inbox()
    {
        await using var host = await McpHost.StartAsync();
        var mcp = await host.CallerAsync("read", "archive", "draft");
        await host.Server.LinkAsync("s-1", DemoWorld.SunnyGarden);

        var found = await mcp.CallAsync("look_up_video", new { url = DemoWorld.PlainVideo });
        var job = await mcp.CallAsync(
            "archive_videos",
            new { urls = new[] { DemoWorld.PlainVideo }, student_id = "s-1" }
        );
        await host.FinishJobAsync(Text(job, "id"));
        var done = await mcp.CallAsync("get_job", new { job_id = Text(job, "id"), wait_seconds = 10 });
        var clips = await mcp.CallAsync("list_clips", new { student_id = "s-1" });
        var post = await mcp.CallAsync(
            "make_post",
            new
            {
                clip_id = Text(clips, "videos.0.video_id"),
                caption = "Bees #garden",
                account_id = host.AccountId,
            }
        );
        await host.UntilAsync(Text(post, "post_id"), PostState.InInbox);
        var sent = await mcp.CallAsync("get_post", new { post_id = Text(post, "post_id") });

        Text(job, "state").ShouldBe("queued");
        Text(done, "state").ShouldBe("completed");
        Text(clips, "videos.0.video_id").ShouldBe(Text(found, "id"));
        Text(post, "state").ShouldBe("preparing");
        Text(post, "message").ShouldContain("inbox");
        Text(sent, "state").ShouldBe("in_inbox");
        Text(sent, "status").ShouldBe("SEND_TO_USER_INBOX");
        Text(sent, "caption").ShouldBe("Bees #garden");
        host.Server.Sandbox.Official.Report.Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_students_newest_posts_are_fetched_and_a_second_call_joins_the_job()
    {
        await using var host = await McpHost.StartAsync();
        var mcp = await host.CallerAsync("read", "archive");
        await host.Server.LinkAsync("s-1", DemoWorld.SunnyGarden);

        var job = await mcp.CallAsync("archive_student", new { student_id = "s-1", max_videos = 2 });
        var same = await mcp.CallAsync("archive_student", new { student_id = "s-1", max_videos = 2 });
        await host.FinishJobAsync(Text(job, "id"));
        var students = await mcp.CallAsync("list_students");
        var first = await mcp.CallAsync("list_clips", new { student_id = "s-1", limit = 1 });
        var second = await mcp.CallAsync("list_clips", new { student_id = "s-1", cursor = Text(first, "next_cursor") });

        Text(same, "id").ShouldBe(Text(job, "id"));
        Text(students, "students.0.student_id").ShouldBe("s-1");
        At(students, "students.0.stored_videos").GetInt64().ShouldBe(2);
        At(second, "next_cursor").ValueKind.ShouldBe(JsonValueKind.Null);
        Text(second, "videos.0.video_id").ShouldNotBe(Text(first, "videos.0.video_id"));
    }

    [Fact]
    public async Task A_direct_post_without_the_scope_publish_waits_for_a_person_and_says_so()
    {
        await using var host = await McpHost.StartAsync();
        var mcp = await host.CallerAsync("read", "draft", "approve");

        var post = await mcp.CallAsync("make_post", Direct(host));
        await host.RunPostsAsync();
        var waiting = await mcp.CallAsync("get_post", new { post_id = Text(post, "post_id") });

        At(post, "needs_approval").GetBoolean().ShouldBeTrue();
        Text(post, "message").ShouldContain("lacks the scope publish");
        Text(waiting, "state").ShouldBe("awaiting_approval");
        host.Server.Sandbox.Official.Tasks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_direct_post_with_the_scope_publish_goes_out()
    {
        await using var host = await McpHost.StartAsync();
        var mcp = await host.CallerAsync("draft", "publish");

        var post = await mcp.CallAsync("make_post", Direct(host));
        await host.UntilAsync(Text(post, "post_id"), PostState.Published);

        At(post, "needs_approval").GetBoolean().ShouldBeFalse();
        var published = host.Server.Sandbox.Official.Published.ShouldHaveSingleItem();
        published.Wish.Title.ShouldBe("Hello");
    }

    [Fact]
    public async Task A_post_waits_for_its_time_in_the_zone_that_was_named_and_can_be_cancelled()
    {
        await using var host = await McpHost.StartAsync();
        var mcp = await host.CallerAsync("read", "draft");
        var year = DateTimeOffset.UtcNow.Year + 1;

        var post = await mcp.CallAsync(
            "make_post",
            new
            {
                url = host.NewVideo(),
                schedule_time = $"{year}-07-01T18:00",
                schedule_zone = "Asia/Bangkok",
            }
        );
        await host.RunPostsAsync();
        var waiting = await mcp.CallAsync("get_post", new { post_id = Text(post, "post_id"), wait_seconds = 50 });
        var cancelled = await mcp.CallAsync("cancel_post", new { post_id = Text(post, "post_id") });
        var listed = await mcp.CallAsync("list_posts", new { state = "cancelled" });

        Text(post, "schedule_time").ShouldBe($"{year}-07-01T18:00:00+07:00");
        Text(post, "message").ShouldContain($"{year}-07-01 18:00");
        Text(waiting, "state").ShouldBe("scheduled");
        Text(cancelled, "state").ShouldBe("cancelled");
        At(cancelled, "success").GetBoolean().ShouldBeTrue();
        Text(listed, "posts.0.post_id").ShouldBe(Text(post, "post_id"));
    }

    [Fact]
    public async Task The_same_key_makes_nothing_twice_and_another_wish_with_it_is_refused()
    {
        await using var host = await McpHost.StartAsync();
        var mcp = await host.CallerAsync("read", "draft", "archive");
        var (video, other) = (host.NewVideo(), host.NewVideo());
        var wish = new { urls = new[] { DemoWorld.PlainVideo }, idempotency_key = "k-1" };

        var first = await mcp.CallAsync("make_post", new { url = video, idempotency_key = "k-1" });
        var again = await mcp.CallAsync("make_post", new { idempotency_key = "k-1", url = video });
        var refused = await mcp.FailAsync("make_post", new { url = other, idempotency_key = "k-1" });
        var job = await mcp.CallAsync("archive_videos", wish);
        var sameJob = await mcp.CallAsync("archive_videos", wish);
        var noKey = await mcp.FailAsync("make_post", new { url = other, idempotency_key = "has spaces" });

        Text(again, "post_id").ShouldBe(Text(first, "post_id"));
        Text(refused, "code").ShouldBe("idempotency_mismatch");
        Text(sameJob, "id").ShouldBe(Text(job, "id"));
        Text(noKey, "message").ShouldContain("idempotency_key");
        At(await mcp.CallAsync("list_posts"), "total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_equal_wishes_at_once_one_post_comes()
    {
        await using var host = await McpHost.StartAsync();
        var mcp = await host.CallerAsync("read", "draft");
        var wish = new { url = host.NewVideo(), idempotency_key = "at-once" };

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => mcp.TryAsync("make_post", wish)));

        var answers = results.Select(result => result.StructuredContent!.Value).ToList();
        foreach (var refused in answers.Where(answer => answer.TryGetProperty("code", out _)))
        {
            Text(refused, "code").ShouldBe("conflict");
            At(refused, "retry_after").GetInt32().ShouldBePositive();
        }

        var made = answers.Where(answer => answer.TryGetProperty("post_id", out _)).Select(a => Text(a, "post_id"));
        made.Distinct().ShouldHaveSingleItem();
        At(await mcp.CallAsync("list_posts"), "total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task The_accounts_are_those_of_the_pages()
    {
        await using var host = await McpHost.StartAsync();
        var mcp = await host.CallerAsync("read");

        var accounts = await mcp.CallAsync("list_accounts");

        var same = await host.Server.GetAsync("/api/tiktok/status");
        JsonElement.DeepEquals(accounts, same.Json).ShouldBeTrue();
        Text(accounts, "accounts.0.account_id").ShouldBe(host.AccountId.ToString());
    }

    private static object Direct(McpHost host) =>
        new
        {
            url = host.NewVideo(),
            caption = "Hello",
            mode = "direct",
            privacy_level = "SELF_ONLY",
        };

    private static string Text(JsonElement answer, string path) => At(answer, path).GetString().ShouldNotBeNull();

    private static JsonElement At(JsonElement answer, string path)
    {
        foreach (var name in path.Split('.'))
        {
            answer = int.TryParse(name, out var index) ? answer[index] : answer.GetProperty(name);
        }

        return answer;
    }
}
