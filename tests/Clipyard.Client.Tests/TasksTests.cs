using System.Net;
using System.Text.Json;
using Clipyard.Client.Posts;
using Clipyard.Client.Tasks;

namespace Clipyard.Client.Tests;

public sealed class TasksTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_and_its_task_live_from_beginning_to_end()
    {
        using var client = fixture.Open();
        var account = await TestAccount.AddAsync(fixture.Host);

        var instance = await client.Instances.CreateAsync(
            new InstanceRequest { Name = "Clips", AccountIds = [account] },
            Token
        );
        var changed = await client.Instances.ChangeAsync(
            instance.InstanceId,
            new InstanceChange { VideoPath = "result.url", Revision = 1 },
            Token
        );
        var task = await client.Tasks.CreateAsync(instance.InstanceId, new TaskRequest { Title = "A clip" }, Token);
        var steps = await client.Tasks.PlanAsync(
            task.TaskId,
            [new PlanStep { Title = "Render", Status = StepState.InProgress }],
            Token
        );
        var line = await client.Tasks.LogAsync(
            task.TaskId,
            new TaskLog
            {
                AgentName = "renderer",
                Action = "render",
                Status = LogStatus.Success,
                Details = JsonElement.Parse("""{ "frame": 450 }"""),
            },
            Token
        );
        var done = await client.Tasks.ChangeAsync(
            task.TaskId,
            new TaskChange
            {
                State = TaskState.Completed,
                OutputData = JsonElement.Parse(
                    """{ "result": { "url": "https://example.com/a.mp4" }, "title": "T" }"""
                ),
            },
            Token
        );
        await client.Tasks.LogAsync(task.TaskId, new TaskLog { AgentName = "renderer", Action = "upload" }, Token);
        var log = await client.Tasks.GetLogsAsync(task.TaskId, pageSize: 1, Token).ToListAsync(Token);
        var postless = await Should.ThrowAsync<ServerException>(client.Tasks.GetPostStatusAsync(task.TaskId, Token));
        var detail = await client.Tasks.GetDetailAsync(task.TaskId, Token);
        var listed = await client
            .Tasks.ListAsync(instance.InstanceId, TaskState.Completed, cancellationToken: Token)
            .ToListAsync(Token);
        var refused = await Should.ThrowAsync<ServerException>(
            client.Tasks.PostAsync(task.TaskId, new TaskPostRequest { PrivacyLevel = "SELF_ONLY" }, Token)
        );
        await client.Tasks.RemoveAsync(task.TaskId, cancelPost: true, Token);
        await client.Instances.RemoveAsync(instance.InstanceId, cancellationToken: Token);

        changed.Revision.ShouldBe(2);
        task.State.ShouldBe(TaskState.Submitted);
        steps.ShouldHaveSingleItem().Id.ShouldNotBeNullOrEmpty();
        line.Timestamp.ShouldNotBeNull();
        done.State.ShouldBe(TaskState.Completed);
        detail.PlanningSteps.ShouldHaveSingleItem().Status.ShouldBe(StepState.InProgress);
        log.Where(one => one.AgentName == "renderer").Select(one => one.Action).ShouldBe(["render", "upload"]);
        log.ShouldAllBe(one => one.Timestamp != null);
        postless.Code.ShouldBe("not_found");
        detail.ExecutionLogs.Select(one => one.Action).ShouldBe(log.Select(one => one.Action));
        detail.ExecutionLogs[0].Details!.Value.GetProperty("frame").GetInt32().ShouldBe(450);
        detail.VideoUrl.ShouldBe("https://example.com/a.mp4");
        detail.SuggestedCaption.ShouldBe("T");
        detail.CanPostToTiktok.ShouldBeFalse();
        detail.CannotPostReason.ShouldBe("url_not_allowed");
        listed.ShouldHaveSingleItem().TaskId.ShouldBe(task.TaskId);
        refused.Code.ShouldBe("url_not_allowed");
        (await client.Instances.ListAsync(cancellationToken: Token).ToListAsync(Token)).ShouldBeEmpty();
        var missing = await Should.ThrowAsync<ServerException>(client.Tasks.GetAsync(task.TaskId, Token));
        missing.Code.ShouldBe("not_found");
    }

    [Fact]
    public async Task The_status_of_a_tasks_post_is_read_whole()
    {
        const string failed = """
            {"task_id":"t-1","publish_id":"v_1","status":"FAILED","state":"failed","fail_reason":"frame_rate_check_failed",
             "fail":{"code":"unsupported_media","message":"m","remedy":"r","tiktok_code":"frame_rate_check_failed","log_id":"l"},
             "post_url":null,"post_id":null,"uploaded_bytes":null,"downloaded_bytes":70,"wait":null,"status_url":"http://s/p"}
            """;
        var answers = new Answers().Then(HttpStatusCode.OK, failed);
        using var client = answers.Open(new ManualClock());

        var status = await client.Tasks.GetPostStatusAsync("t-1", Token);

        answers.Asked.ShouldHaveSingleItem().Path.ShouldBe("/base/api/v1/tasks/t-1/post-status");
        (status.State, status.Status, status.PublishId).ShouldBe((PostState.Failed, "FAILED", "v_1"));
        status.FailReason.ShouldBe("frame_rate_check_failed");
        status.Fail.ShouldNotBeNull().Code.ShouldBe("unsupported_media");
        (status.DownloadedBytes, status.UploadedBytes, status.PostUrl).ShouldBe((70, null, null));
        status.StatusUrl.ShouldBe("http://s/p");
    }
}
