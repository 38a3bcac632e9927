using System.Net;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Publishing;

namespace Clipyard.Server.Tests.Tasks;

public sealed class OnePostTests
{
    [Fact]
    public async Task Of_many_calls_at_once_one_makes_a_post_and_the_others_are_told()
    {
        await using var host = await TaskHost.StartAsync();
        var video = host.Publishing.NewVideo();
        var task = await host.CompletedAsync(video);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.PostAsync(task)));

        var won = answers.Where(answer => answer.Status == HttpStatusCode.Accepted).ShouldHaveSingleItem();
        answers.Except([won]).ShouldAllBe(answer => answer.Code == "post_in_progress");
        (await host.CountPostsAsync()).ShouldBe(1);
        await host.UntilAsync(won["post_id"].GetGuid(), PostState.Published);
        host.Publishing.Made(video).ShouldBe(1);
        (await host.DetailAsync(task))["execution_logs"].GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_request_with_the_same_key_has_the_same_answer_however_many_come_at_once()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(host.Publishing.NewVideo());

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => host.PostAsync(task, idempotencyKey: "once"))
        );
        var later = await host.PostAsync(task, idempotencyKey: "once");
        var other = await host.PostAsync(task, new { privacy_level = "PUBLIC_TO_EVERYONE" }, "once");
        var another = await host.PostAsync(task, idempotencyKey: "twice");

        later.Status.ShouldBe(HttpStatusCode.Accepted, later.Text);
        foreach (var answer in answers)
        {
            // The twin of a request that is not answered yet is told to come again.
            var isSame = answer.Status == HttpStatusCode.Accepted;
            (isSame ? answer["post_id"].GetGuid() : later["post_id"].GetGuid()).ShouldBe(later["post_id"].GetGuid());
            (isSame || (answer.Code == "conflict" && answer.Headers.ContainsKey("Retry-After"))).ShouldBeTrue(
                answer.Text
            );
        }

        answers.ShouldContain(answer => answer.Status == HttpStatusCode.Accepted);
        other.Code.ShouldBe("idempotency_mismatch");
        another.Code.ShouldBe("post_in_progress");
        (await host.CountPostsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_posted_task_is_not_posted_again()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(host.Publishing.NewVideo());
        var post = await host.PostedAsync(task);
        await host.UntilAsync(post, PostState.Published);

        var answer = await host.PostAsync(task);

        answer.Code.ShouldBe("duplicate_post");
        answer["detail"].GetString()!.ShouldContain(post.ToString());
    }

    [Fact]
    public async Task A_cancelled_post_makes_room_for_another()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(host.Publishing.NewVideo());
        var post = await host.PostedAsync(task);

        var during = await host.PostAsync(task);
        await host.Server.PostAsync($"/api/posts/{post}/cancel");
        var second = await host.PostedAsync(task);
        await host.UntilAsync(second, PostState.Published);

        during.Code.ShouldBe("post_in_progress");
        during["remedy"].GetString()!.ShouldContain($"/api/posts/{post}/cancel");
        second.ShouldNotBe(post);
        (await host.StatusAsync(task))["status"].GetString().ShouldBe("PUBLISHED");
        host.Publishing.Sandbox.Official.Published.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_task_with_a_post_under_way_is_not_deleted_unless_the_post_is_cancelled()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(host.Publishing.NewVideo());
        var post = await host.PostedAsync(task);

        var refused = await host.Server.DeleteAsync($"/api/v1/tasks/{task}");
        var done = await host.Server.DeleteAsync($"/api/v1/tasks/{task}?cancel_post=true");

        refused.Code.ShouldBe("post_in_progress");
        refused["detail"].GetString()!.ShouldContain(post.ToString());
        refused["remedy"].GetString()!.ShouldContain($"/api/posts/{post}/cancel");
        done.Status.ShouldBe(HttpStatusCode.NoContent, done.Text);
        (await host.DetailAsync(task)).Code.ShouldBe("not_found");
        (await host.Server.GetAsync($"/api/posts/{post}"))["state"].GetString().ShouldBe("cancelled");
    }

    [Fact]
    public async Task What_TikTok_may_have_is_not_cancelled_and_the_task_stays()
    {
        await using var host = await TaskHost.StartAsync();
        var task = await host.CompletedAsync(host.Publishing.NewVideo());
        var post = await host.PostedAsync(task);
        await host.UntilAsync(post, PostState.Processing);

        var refused = await host.Server.DeleteAsync($"/api/v1/tasks/{task}?cancel_post=yes");
        var whole = await host.Server.DeleteAsync($"/api/v1/instances/{host.InstanceId}?cancel_post=1");
        var unclear = await host.Server.DeleteAsync($"/api/v1/tasks/{task}?cancel_post=maybe");
        await host.UntilAsync(post, PostState.Published);
        var ended = await host.Server.DeleteAsync($"/api/v1/tasks/{task}");

        refused.Code.ShouldBe("not_cancellable", refused.Text);
        whole.Code.ShouldBe("not_cancellable", whole.Text);
        (unclear.Code, unclear["parameter"].GetString()).ShouldBe(("invalid_parameter", "cancel_post"));
        ended.Status.ShouldBe(HttpStatusCode.NoContent, ended.Text);
        (await host.Server.GetAsync($"/api/posts/{post}"))["state"].GetString().ShouldBe("published");
    }

    [Fact]
    public async Task An_instance_goes_with_its_tasks_but_not_while_one_is_being_posted()
    {
        await using var host = await TaskHost.StartAsync();
        var (posted, idle) = (
            await host.CompletedAsync(host.Publishing.NewVideo()),
            await host.TaskAsync(new { title = "Idle" })
        );
        await host.Server.PutAsync($"/api/v1/tasks/{idle}/plan", new { steps = new[] { new { title = "One" } } });
        var post = await host.PostedAsync(posted);

        var refused = await host.Server.DeleteAsync($"/api/v1/instances/{host.InstanceId}");
        var stayed = await host.DetailAsync(idle);
        var done = await host.Server.DeleteAsync($"/api/v1/instances/{host.InstanceId}?cancel_post=true");

        refused.Code.ShouldBe("post_in_progress");
        refused["detail"].GetString()!.ShouldContain(post.ToString());
        stayed["planning_steps"].GetArrayLength().ShouldBe(1);
        done.Status.ShouldBe(HttpStatusCode.NoContent, done.Text);
        (await host.DetailAsync(idle)).Code.ShouldBe("not_found");
        (await host.Server.GetAsync($"/api/posts/{post}"))["state"].GetString().ShouldBe("cancelled");
    }

    [Fact]
    public async Task Deleting_and_posting_at_once_leave_either_a_post_or_no_task()
    {
        await using var host = await TaskHost.StartAsync();
        var video = host.Publishing.NewVideo();
        for (var round = 0; round < 5; round++)
        {
            var task = await host.CompletedAsync(video);
            var posts = await host.CountPostsAsync();

            var posting = host.PostAsync(task);
            var deleting = host.Server.DeleteAsync($"/api/v1/tasks/{task}");
            await Task.WhenAll(posting, deleting);

            var isPosted = (await posting).Status == HttpStatusCode.Accepted;
            (await posting).Code.ShouldBe(isPosted ? null : "not_found");
            (await deleting).Code.ShouldBe(isPosted ? "post_in_progress" : null);
            (await host.CountPostsAsync()).ShouldBe(isPosted ? posts + 1 : posts);
        }
    }

    [Fact]
    public async Task A_change_of_the_output_does_not_reach_the_post_and_says_of_what_it_was_made()
    {
        await using var host = await TaskHost.StartAsync();
        var (first, second) = (host.Publishing.NewVideo(), host.Publishing.NewVideo());
        var task = await host.CompletedAsync(first);
        var post = await host.PostedAsync(task);

        var changed = await host.PatchAsync(task, new { output_data = new { video_url = second.Address } });
        var detail = await host.DetailAsync(task);
        await host.UntilAsync(post, PostState.Published);
        var quiet = await host.PatchAsync(task, new { output_data = new { video_url = second.Address } });

        changed["note"].GetString()!.ShouldContain(first.Address);
        detail["video_url"].GetString().ShouldBe(second.Address);
        detail["tiktok_post_data.video_url"].GetString().ShouldBe(first.Address);
        detail["execution_logs.1.action"].GetString().ShouldBe("output_changed");
        detail["execution_logs.1.status"].GetString().ShouldBe("warning");
        detail["execution_logs.1.message"].GetString()!.ShouldContain(first.Address);
        quiet["note"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        host.Publishing.Made(first).ShouldBe(1);
        host.Publishing.Made(second).ShouldBe(0);
    }
}
