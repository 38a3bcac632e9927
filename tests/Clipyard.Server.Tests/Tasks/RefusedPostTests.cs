using System.Net;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Official;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Accounts;
using Clipyard.Server.Tests.Publishing;

namespace Clipyard.Server.Tests.Tasks;

public sealed class RefusedPostTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{ "privacy_level": "FOLLOWER_OF_CREATOR" }""", "privacy_not_allowed", 422)]
    [InlineData("""{ "privacy_level": "FRIENDS" }""", "invalid_parameter", 400)]
    [InlineData("""{ }""", "invalid_parameter", 400)]
    [InlineData("""{ "mode": "live", "privacy_level": "SELF_ONLY" }""", "invalid_parameter", 400)]
    [InlineData("""{ "privacy_level": "SELF_ONLY", "title": "LONG" }""", "caption_too_long", 422)]
    [InlineData("""{ "privacy_level": "SELF_ONLY", "brand_content_toggle": true }""", "privacy_not_allowed", 422)]
    [InlineData("""{ "privacy_level": "SELF_ONLY", "schedule_time": "tomorrow" }""", "invalid_parameter", 400)]
    [InlineData("""{ "privacy_level": "SELF_ONLY", "video_cover_timestamp_ms": "one" }""", "invalid_parameter", 400)]
    [InlineData("""{ "privacy_level": "SELF_ONLY", "account_id": "me" }""", "invalid_parameter", 400)]
    [InlineData("""{ "privacy_level": """, "invalid_parameter", 400)]
    [InlineData("", "invalid_parameter", 400)]
    public async Task What_cannot_be_sent_is_refused_in_the_answer_and_makes_nothing(
        string body,
        string code,
        int status
    )
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(host.Publishing.NewVideo());
        using var content = new StringContent(
            body.Replace("LONG", new string('x', 2_201), StringComparison.Ordinal),
            System.Text.Encoding.UTF8,
            "application/json"
        );

        using var response = await host.Server.Client.PostAsync($"/api/v1/tasks/{task}/post-to-tiktok", content, Stop);
        var answer = await JsonAnswer.ReadAsync(response, Stop);

        answer.Code.ShouldBe(code, answer.Text);
        ((int)answer.Status).ShouldBe(status);
        answer["success"].GetBoolean().ShouldBeFalse();
        await NothingWasMadeAsync(host, task);
    }

    [Theory]
    [InlineData("submitted")]
    [InlineData("in_progress")]
    [InlineData("failed")]
    [InlineData("cancelled")]
    public async Task A_task_that_is_not_completed_is_not_posted(string state)
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.TaskAsync(
            new
            {
                title = "A clip",
                state,
                output_data = new { video_url = host.Publishing.NewVideo().Address },
            }
        );

        var answer = await host.PostAsync(task);

        answer.Code.ShouldBe("task_not_completed");
        (await host.DetailAsync(task))["cannot_post_reason"].GetString().ShouldBe("task_not_completed");
        await NothingWasMadeAsync(host, task);
    }

    [Fact]
    public async Task A_task_whose_output_names_no_video_is_not_posted()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.TaskAsync(
            new
            {
                title = "A clip",
                state = "completed",
                output_data = new { video = 7, videos = Array.Empty<object>() },
            }
        );

        (await host.PostAsync(task)).Code.ShouldBe("task_has_no_video");
        (await host.DetailAsync(task))["cannot_post_reason"].GetString().ShouldBe("task_has_no_video");
        await NothingWasMadeAsync(host, task);
    }

    [Theory]
    [InlineData("https://example.com/a.mp4")]
    [InlineData("http://storage.googleapis.com/a.mp4")]
    [InlineData("https://storage.googleapis.com.evil.example/a.mp4")]
    [InlineData("https://storage.googleapis.com@evil.example/a.mp4")]
    [InlineData("https://10.0.0.7/a.mp4")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nonsense")]
    public async Task A_video_that_lies_elsewhere_is_refused(string address)
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(address);

        var answer = await host.PostAsync(task);

        answer.Code.ShouldBe("url_not_allowed", answer.Text);
        (await host.DetailAsync(task))["cannot_post_reason"].GetString().ShouldBe("url_not_allowed");
        await NothingWasMadeAsync(host, task);
    }

    [Fact]
    public async Task A_host_that_is_trusted_but_not_allowed_is_refused_after_a_redirect_too()
    {
        await using var elsewhere = await FileSite.StartAsync(Stop);
        var port = new Uri(elsewhere.Origin).Port;
        await using var host = await TaskHost.StartAsync(
            ("Network:TrustedOrigins:1", elsewhere.Origin),
            ("Tasks:AllowedHosts:0", $"127.0.0.1:{port}")
        );
        var video = host.Publishing.NewVideo();
        var allowed = elsewhere.Add("a.mp4", video.Bytes);
        var direct = await host.PostAsync(await host.CompletedAsync(video));
        var led = await host.PostedAsync(await host.CompletedAsync(elsewhere.Redirect("b.mp4", video.Address)));
        var good = await host.PostedAsync(await host.CompletedAsync(allowed));
        await host.UntilAsync(good, PostState.Published);

        direct.Code.ShouldBe("url_not_allowed");
        (await host.Publishing.RowAsync(led)).FailureCode.ShouldBe("url_not_allowed");
    }

    [Fact]
    public async Task The_sandboxs_own_origin_is_allowed_while_it_stands_in_for_TikTok()
    {
        await using var host = await TaskHost.StartAsync(("Tasks:AllowedHosts:0", "storage.googleapis.com"));
        var task = await host.CompletedAsync($"{host.Publishing.Sandbox.Address}a.mp4");
        var other = await host.CompletedAsync(host.Publishing.NewVideo());

        (await host.PostAsync(task)).Status.ShouldBe(HttpStatusCode.Accepted);
        (await host.PostAsync(other)).Code.ShouldBe("url_not_allowed");
    }

    [Fact]
    public async Task This_servers_own_media_address_is_allowed()
    {
        await using var host = await TaskHost.StartAsync(("Tasks:AllowedHosts:0", "storage.googleapis.com"));
        var task = await host.CompletedAsync($"{host.Server.Server.Address}media/tiktok/a/1.mp4");

        var asked = await host.PostAsync(task);

        asked.Status.ShouldBe(HttpStatusCode.Accepted, asked.Text);
    }

    [Fact]
    public async Task Of_several_accounts_one_has_to_be_named_and_it_must_be_the_instances()
    {
        await using var host = await TaskHost.StartAsync();
        var second = await host.ConnectAsync();
        var both = await TaskHost.InstanceAsync(host.Server, host.Publishing.AccountId, second);
        var video = host.Publishing.NewVideo();
        var (mine, either) = (await host.CompletedAsync(video), await host.CompletedAsync(video, both));

        var foreign = await host.PostAsync(mine, new { privacy_level = "SELF_ONLY", account_id = second });
        var unsaid = await host.PostAsync(either);
        var said = await host.PostAsync(either, new { privacy_level = "SELF_ONLY", account_id = second });

        foreign.Code.ShouldBe("invalid_parameter", foreign.Text);
        foreign["detail"].GetString()!.ShouldContain(host.Publishing.AccountId.ToString());
        unsaid.Code.ShouldBe("conflict", unsaid.Text);
        unsaid.Status.ShouldBe(HttpStatusCode.Conflict);
        unsaid["detail"].GetString()!.ShouldContain(second.ToString());
        unsaid["detail"].GetString()!.ShouldContain(host.Publishing.AccountId.ToString());
        said["account.id"].GetGuid().ShouldBe(second);
        (await host.CountPostsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_connected_account_nothing_is_posted()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(host.Publishing.NewVideo());
        await host.Server.PostAsync("/api/tiktok/disconnect", new { account_id = host.Publishing.AccountId });

        (await host.PostAsync(task)).Code.ShouldBe("not_connected");
        (await host.DetailAsync(task))["cannot_post_reason"].GetString().ShouldBe("not_connected");
        await NothingWasMadeAsync(host, task);
    }

    [Fact]
    public async Task When_TikTok_cannot_be_asked_the_level_is_checked_later()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(host.Publishing.NewVideo());
        host.Server.Fault(
            SandboxEndpoint.CreatorInfo,
            FaultKind.ErrorCode,
            fault => fault with { Times = null, Text = "internal_error", Status = 500 }
        );

        var asked = await host.PostAsync(task, new { privacy_level = "FOLLOWER_OF_CREATOR" });
        host.Publishing.Sandbox.Faults.Clear();
        asked.Status.ShouldBe(HttpStatusCode.Accepted, asked.Text);
        var post = asked["post_id"].GetGuid();
        await host.Publishing.Clock.RunAsync(host.Publishing.RunAsync(), TimeSpan.FromSeconds(5));

        (await host.Publishing.RowAsync(post)).FailureCode.ShouldBe("privacy_not_allowed");
        host.Publishing.Sandbox.Official.Tasks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_whose_outcome_nobody_knows_is_followed_by_no_other()
    {
        await using var host = await TaskHost.StartAsync();
        host.Publishing.Sandbox.Official.Settings = new OfficialSettings { ProcessingDelay = TimeSpan.FromDays(30) };
        var task = await host.CompletedAsync(host.Publishing.NewVideo());
        var post = await host.PostedAsync(task);
        await host.UntilAsync(post, PostState.Failed);

        var answer = await host.PostAsync(task);
        var detail = await host.DetailAsync(task);
        var retried = await host.Server.PostAsync($"/api/posts/{post}/retry", new { not_posted = true });

        answer.Code.ShouldBe("outcome_uncertain", answer.Text);
        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer["remedy"].GetString()!.ShouldContain($"/api/posts/{post}/retry");
        answer["remedy"].GetString()!.ShouldContain("not_posted");
        detail["cannot_post_reason"].GetString().ShouldBe("outcome_uncertain");
        retried["success"].GetBoolean().ShouldBeTrue(retried.Text);
        (await host.CountPostsAsync()).ShouldBe(1);
    }

    private static async Task NothingWasMadeAsync(TaskHost host, Guid task)
    {
        (await host.CountPostsAsync()).ShouldBe(0);
        var detail = await host.DetailAsync(task);
        detail["execution_logs"].GetArrayLength().ShouldBe(0);
        detail["revision"].GetInt32().ShouldBe(1);
    }
}
