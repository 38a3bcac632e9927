using System.Net;
using System.Text.Json;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Accounts;
using Clipyard.Server.Tests.Identity;
using Clipyard.Server.Tests.Publishing;

namespace Clipyard.Server.Tests.Tasks;

public sealed class PostingTests
{
    [Fact]
    public async Task A_completed_task_is_posted_directly_with_its_settings()
    {
        await using var host = await TaskHost.StartAsync();
        var video = host.Publishing.NewVideo();
        var task = await host.CompletedAsync(video);

        var asked = await host.PostAsync(
            task,
            new
            {
                title = "My caption",
                privacy_level = "PUBLIC_TO_EVERYONE",
                disable_duet = false,
                video_cover_timestamp_ms = 1000,
                schedule_time = (string?)null,
                account_id = (string?)null,
                mode = "direct",
                is_aigc = true,
            }
        );
        var post = asked["post_id"].GetGuid();
        await host.UntilAsync(post, PostState.Published);
        var status = await host.StatusAsync(task);

        asked.Status.ShouldBe(HttpStatusCode.Accepted, asked.Text);
        asked["success"].GetBoolean().ShouldBeTrue();
        asked["publish_id"].ValueKind.ShouldBe(JsonValueKind.Null);
        asked["status"].GetString().ShouldBe("PROCESSING");
        asked["state"].GetString().ShouldBe("preparing");
        asked["task_id"].GetGuid().ShouldBe(task);
        asked["message"].GetString().ShouldBe("Received; sending to TikTok.");
        asked["status_url"].GetString().ShouldEndWith($"/api/posts/{post}");
        var made = host.Publishing.Sandbox.Official.Published.Single();
        made.Sha256.ShouldBe([video.Sha256]);
        made.Wish.Title.ShouldBe("My caption");
        made.Wish.DisableDuet.ShouldBe(false);
        made.Wish.DisableComment.ShouldBe(true);
        made.Wish.DisableStitch.ShouldBe(true);
        status["status"].GetString().ShouldBe("PUBLISHED");
        status["state"].GetString().ShouldBe("published");
        status["publish_id"].GetString().ShouldNotBeNullOrEmpty();
        status["post_id"].GetString().ShouldBe(made.PostId);
        status["post_url"].GetString().ShouldBe($"https://www.tiktok.com/@sunny.garden/video/{made.PostId}");
        status["fail_reason"].ValueKind.ShouldBe(JsonValueKind.Null);
        status["uploaded_bytes"].ValueKind.ShouldBe(JsonValueKind.Null);
        status["downloaded_bytes"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_answer_waits_for_TikToks_id()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(host.Publishing.NewVideo());

        var asking = host.Server.PostAsync($"/api/v1/tasks/{task}/post-to-tiktok", new { privacy_level = "SELF_ONLY" });
        while (await host.CountPostsAsync() == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TestContext.Current.CancellationToken);
        }

        await host.Publishing.RunAsync();
        var answer = await asking;
        var status = await host.StatusAsync(task);

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        answer["publish_id"].GetString().ShouldStartWith("v_pub_");
        answer["status"].GetString().ShouldBe("PROCESSING");
        answer["message"].GetString()!.ShouldContain("processing");
        status["publish_id"].GetString().ShouldBe(answer["publish_id"].GetString());
    }

    [Fact]
    public async Task A_private_post_never_gets_an_address()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(host.Publishing.NewVideo());

        await host.UntilAsync(await host.PostedAsync(task), PostState.Published);
        var status = await host.StatusAsync(task);
        var detail = await host.DetailAsync(task);

        status["status"].GetString().ShouldBe("PUBLISHED");
        status["post_id"].ValueKind.ShouldBe(JsonValueKind.Null);
        status["post_url"].ValueKind.ShouldBe(JsonValueKind.Null);
        detail["tiktok_post_url"].ValueKind.ShouldBe(JsonValueKind.Null);
        host.Publishing.Sandbox.Official.Published.Single().Wish.Title.ShouldBe("Suggested #test");
    }

    [Fact]
    public async Task A_draft_says_what_TikTok_ignores()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(host.Publishing.NewVideo());

        var asked = await host.PostAsync(
            task,
            new
            {
                mode = "inbox",
                title = "My caption",
                disable_comment = false,
            }
        );
        await host.UntilAsync(asked["post_id"].GetGuid(), PostState.InInbox);
        var detail = await host.DetailAsync(task);

        asked["message"].GetString()!.ShouldContain("ignores title, disable_comment in a draft");
        asked["caption"].GetString().ShouldBe("My caption");
        detail["tiktok_post_status"].GetString().ShouldBe("SEND_TO_USER_INBOX");
        detail["cannot_post_reason"].GetString().ShouldBe("duplicate_post");
    }

    [Fact]
    public async Task Without_the_scope_publish_a_direct_post_waits_for_a_person_and_says_so()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(host.Publishing.NewVideo());
        var agent = await host.KeyAsync("tasks");

        var asked = await host.WithKeyAsync(
            agent,
            HttpMethod.Post,
            $"/api/v1/tasks/{task}/post-to-tiktok",
            new { privacy_level = "SELF_ONLY" }
        );
        await host.Publishing.RunAsync();
        var status = await host.StatusAsync(task);

        asked.Status.ShouldBe(HttpStatusCode.Accepted, asked.Text);
        asked["message"]
            .GetString()!
            .ShouldContain("A person has to approve it first: this key lacks the scope publish");
        asked["publish_id"].ValueKind.ShouldBe(JsonValueKind.Null);
        status["state"].GetString().ShouldBe("awaiting_approval");
        host.Publishing.Sandbox.Official.Tasks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_scheduled_post_waits_for_its_time()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(host.Publishing.NewVideo());
        var at = DateTimeOffset.FromUnixTimeSeconds(host.Publishing.Clock.GetUtcNow().ToUnixTimeSeconds()).AddHours(2);

        var post = await host.PostedAsync(
            task,
            new { privacy_level = "SELF_ONLY", schedule_time = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null) }
        );
        await host.Publishing.RunAsync();
        var detail = await host.DetailAsync(task);
        await host.UntilAsync(post, PostState.Published);

        detail["scheduled_post_time"].GetDateTimeOffset().ShouldBe(at);
        detail["tiktok_post_status"].GetString().ShouldBe("PROCESSING");
        detail["tiktok_publish_id"].ValueKind.ShouldBe(JsonValueKind.Null);
        detail["can_post_to_tiktok"].GetBoolean().ShouldBeFalse();
        detail["cannot_post_reason"].GetString().ShouldBe("post_in_progress");
        (await host.DetailAsync(task))["tiktok_post_status"].GetString().ShouldBe("PUBLISHED");
    }

    [Fact]
    public async Task The_detail_tells_what_was_sent_and_no_secret()
    {
        await using var host = await TaskHost.StartAsync();
        var video = host.Publishing.NewVideo();
        var task = await host.CompletedAsync(video.Address + "?signature=secret");
        var before = await host.DetailAsync(task);

        await host.UntilAsync(await host.PostedAsync(task), PostState.Published);
        var after = await host.DetailAsync(task);

        before["can_post_to_tiktok"].GetBoolean().ShouldBeTrue(before.Text);
        before["cannot_post_reason"].ValueKind.ShouldBe(JsonValueKind.Null);
        before["suggested_caption"].GetString().ShouldBe("Suggested #test");
        before["video_url"].GetString().ShouldBe(video.Address + "?signature=secret");
        before["planning_steps"].GetArrayLength().ShouldBe(0);
        before["execution_logs"].GetArrayLength().ShouldBe(0);
        foreach (
            var name in (string[])["tiktok_publish_id", "tiktok_post_status", "tiktok_post_data", "scheduled_post_time"]
        )
        {
            before[name].ValueKind.ShouldBe(JsonValueKind.Null, name);
        }

        var data = after["tiktok_post_data"];
        data.GetProperty("mode").GetString().ShouldBe("direct");
        data.GetProperty("transfer").GetString().ShouldBe("upload");
        data.GetProperty("settings").GetProperty("privacy_level").GetString().ShouldBe("SELF_ONLY");
        data.GetProperty("video_url").GetString().ShouldBe(video.Address);
        data.GetProperty("attempts")[0].GetProperty("end").GetString().ShouldBe("published");
        data.GetRawText().ShouldNotContain("secret");
        after["tiktok_publish_id"].GetString().ShouldStartWith("v_pub_");
        after["execution_logs.0.action"].GetString().ShouldBe("post_to_tiktok");
        after["execution_logs"].GetRawText().ShouldNotContain("secret");
        after["revision"].GetInt32().ShouldBe(2);
        (await AuditLines.ActionsAsync(host.Server)).ShouldContain("task.posted");
    }

    [Fact]
    public async Task A_failed_post_tells_TikToks_codes_and_the_task_can_be_posted_again()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(host.Publishing.NewVideo());
        host.Server.Fault(
            SandboxEndpoint.VideoInit,
            FaultKind.ErrorCode,
            fault => fault with { Text = "spam_risk_user_banned_from_posting", Status = 403 }
        );

        await host.PostedAsync(task);
        await host.Publishing.RunAsync();
        var (status, detail) = (await host.StatusAsync(task), await host.DetailAsync(task));
        await host.UntilAsync(await host.PostedAsync(task), PostState.Published);

        status["status"].GetString().ShouldBe("FAILED");
        status["fail_reason"].GetString().ShouldBe("spam_risk_user_banned_from_posting");
        detail["can_post_to_tiktok"].GetBoolean().ShouldBeTrue();
        detail["tiktok_post_data.attempts.0.tiktok_code"].GetString().ShouldBe("spam_risk_user_banned_from_posting");
        detail["tiktok_post_data.attempts.0.log_id"].GetString().ShouldNotBeNullOrEmpty();
        (await host.CountPostsAsync()).ShouldBe(2);
        host.Publishing.Sandbox.Official.Published.Count.ShouldBe(1);
    }

    [Fact]
    public async Task How_far_TikTok_has_fetched_a_pull_is_told()
    {
        await using var host = await TaskHost.StartAsync();
        var video = host.Publishing.NewVideo();
        var task = await host.CompletedAsync(video);
        host.Publishing.Sandbox.Official.Settings = new OfficialSettings { ProcessingDelay = TimeSpan.FromMinutes(5) };
        var post = await host.PostedAsync(task, new { privacy_level = "SELF_ONLY", transfer = "pull" });

        await host.UntilAsync(post, PostState.Uploading);
        // The end of the file waits, by the clock, until TikTok's id for it is written down.
        await host.Publishing.Clock.RunAsync(host.FetchedAsync(video), within: TimeSpan.FromMilliseconds(100));
        await host.Publishing.AdvanceAsync(TimeSpan.FromSeconds(30));
        var during = await host.StatusAsync(task);
        await host.UntilAsync(post, PostState.Published);

        during["downloaded_bytes"].GetInt64().ShouldBe(video.Bytes.Length, during.Text);
        (await host.StatusAsync(task))["downloaded_bytes"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_task_without_a_post_has_no_status()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.TaskAsync(new { title = "A clip" });

        var status = await host.StatusAsync(task);

        status.Code.ShouldBe("not_found");
        status["detail"].GetString()!.ShouldContain("no post yet");
        status["remedy"].GetString()!.ShouldContain("post-to-tiktok");
    }
}
