using System.Net;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Archive;

public sealed class DownloadJobTests
{
    private static readonly SandboxFault Hang = new()
    {
        Kind = FaultKind.Stall,
        Endpoint = SandboxEndpoint.Media,
        Post = DemoWorld.RichCaption,
        Bytes = 1000,
        Times = null,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_who_does_not_wait_gets_the_jobs_address()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.SendAsync(
            HttpMethod.Post,
            "/tiktok/student/anna/download?max_videos=1",
            body: null,
            ("Prefer", "respond-async")
        );

        answer.Status.ShouldBe(HttpStatusCode.Accepted);
        var job = answer["job_id"].GetString();
        answer["status_url"].GetString().ShouldEndWith($"/api/v1/jobs/{job}");
        answer.Headers["Location"].ShouldBe(answer["status_url"].GetString());
        answer["student_id"].GetString().ShouldBe("anna");
        var ended = await host.EndOfAsync(answer["job_id"].GetGuid());
        ended.State.ShouldBe(JobState.Completed);
        ended.TotalItems.ShouldBe(1);
        ended.DoneItems.ShouldBe(1);
        ended.Result.ShouldBe("""{"stored":1,"already_stored":0,"failed":0}""");
    }

    [Fact]
    public async Task A_caller_whose_patience_ends_gets_the_jobs_address()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var fault = host.Sandbox.Faults.Add(Hang);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.SendAsync(
            HttpMethod.Post,
            "/tiktok/student/anna/download?max_videos=2",
            body: null,
            ("Prefer", "wait=1")
        );

        answer.Status.ShouldBe(HttpStatusCode.Accepted);
        answer["state"].GetString().ShouldBe("running");
        host.Sandbox.Faults.Remove(fault);
        await host.CancelAsync(answer["job_id"].GetGuid());
    }

    [Fact]
    public async Task Who_asks_for_a_student_under_way_joins_the_job()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        host.Sandbox.Faults.Add(Hang);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var jobs = new[]
        {
            await host.StartDownloadAsync("anna", "?max_videos=2"),
            await host.StartDownloadAsync("anna", "?max_videos=2"),
            await host.StartDownloadAsync("anna", "?max_videos=7"),
        };

        jobs.Distinct().Count().ShouldBe(1);
        await host.CancelAsync(jobs[0]);
        (await host.StartDownloadAsync("anna", "?max_videos=1")).ShouldNotBe(jobs[0]);
    }

    [Fact]
    public async Task Many_calls_at_once_are_one_job_and_all_get_its_answer()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => host.DownloadAsync("anna", "?max_videos=2"))
        );

        answers.ShouldAllBe(a => a["count"].GetInt32() == 2);
        host.Sandbox.Journal.Of(SandboxEndpoint.Media).Count(e => e.Post == DemoWorld.PlainVideo).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_idempotency_key_answers_with_the_first_job()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        (string, string)[] headers = [("Idempotency-Key", "once"), ("Prefer", "wait=60")];

        var first = await host.SendAsync(
            HttpMethod.Post,
            "/tiktok/student/anna/download?max_videos=1",
            body: null,
            headers
        );
        var second = await host.SendAsync(
            HttpMethod.Post,
            "/tiktok/student/anna/download?max_videos=1",
            body: null,
            headers
        );

        first["videos.0.already_stored"].GetBoolean().ShouldBeFalse();
        second["job_id"].GetString().ShouldBe(first["job_id"].GetString());
        second["videos.0.already_stored"].GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_dropped_connection_stops_nothing()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        host.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Delay,
                Delay = TimeSpan.FromSeconds(1),
                Endpoint = SandboxEndpoint.Media,
                Post = DemoWorld.PlainVideo,
            }
        );
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        using var dropped = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var call = host.Client.PostAsync("/tiktok/student/anna/download?max_videos=1", content: null, dropped.Token);
        await host.MediaAskedForAsync(DemoWorld.PlainVideo);
        await dropped.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        var answer = await host.DownloadAsync("anna", "?max_videos=1");
        answer["count"].GetInt32().ShouldBe(1);
        host.Sandbox.Journal.Of(SandboxEndpoint.Media).Count(e => e.Post == DemoWorld.PlainVideo).ShouldBe(1);
    }

    [Fact]
    public async Task A_job_cancelled_half_way_keeps_what_it_has_and_says_so()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        host.Sandbox.Faults.Add(Hang);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        var job = await host.StartDownloadAsync("anna", "?max_videos=3");
        var waiting = host.PostAsync("/tiktok/student/anna/download?max_videos=3");
        await host.MediaAskedForAsync(DemoWorld.RichCaption);

        await host.CancelAsync(job);

        (await host.EndOfAsync(job)).State.ShouldBe(JobState.Cancelled);
        (await host.ItemsAsync(job))
            .Select(i => i.State)
            .ShouldBe([JobItemState.Stored, JobItemState.Cancelled, JobItemState.Cancelled]);
        var answer = await waiting;
        answer.Code.ShouldBe("conflict", answer.Text);
        (await host.GetAsync("/tiktok/student/anna/videos"))["total"].GetInt64().ShouldBe(1);
        host.Objects().Count.ShouldBe(3); // the video, its cover, its record
    }

    [Fact]
    public async Task A_server_stopped_in_the_middle_goes_on_after_the_restart_with_every_post_once()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        host.Sandbox.Faults.Add(Hang with { Times = 1 });
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        var job = await host.StartDownloadAsync("anna", "?max_videos=3");
        await host.MediaAskedForAsync(DemoWorld.RichCaption);

        await host.RestartAsync();

        var ended = await host.EndOfAsync(job);
        ended.State.ShouldBe(JobState.Completed, ended.FailureDetail);
        (await host.ItemsAsync(job)).ShouldAllBe(i => i.State == JobItemState.Stored);
        ended.DoneItems.ShouldBe(3);
        host.Sandbox.Journal.Of(SandboxEndpoint.Media).Count(e => e.Post == DemoWorld.PlainVideo).ShouldBe(1);
        var videos = await host.GetAsync("/tiktok/student/anna/videos");
        videos["total"].GetInt64().ShouldBe(3);
        host.Objects().Count.ShouldBe(3 * 3); // video, cover and record each
        foreach (var video in videos["videos"].EnumerateArray())
        {
            (await host.FetchFileAsync(video)).Sha256.ShouldBe(video.GetProperty("sha256").GetString());
        }
    }

    [Fact]
    public async Task What_a_crash_left_between_object_and_row_is_replaced()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var store = host.Server.Services.GetRequiredService<IMediaStore>();
        var key = $"tiktok/{DemoWorld.SunnyGarden}/{DemoWorld.PlainVideo}.mp4";
        await using (var orphan = await store.BeginPutAsync(key, "video/mp4", Cancellation))
        {
            await orphan.Content.WriteAsync("what another run left"u8.ToArray(), Cancellation);
            await orphan.CommitAsync(Cancellation);
        }

        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        var answer = await host.DownloadAsync("anna", "?max_videos=1");

        (await host.FetchFileAsync(answer["videos.0"])).Sha256.ShouldBe(answer["videos.0.sha256"].GetString());
        host.Objects().Count.ShouldBe(3); // the video, its cover, its record
    }

    [Fact]
    public async Task A_step_yields_after_its_share_and_the_job_goes_on()
    {
        await using var host = await ServerHost.StartAsync(
            Cancellation,
            setup => setup with { Settings = ServerHost.With(setup, ("Archive:StepBytes", "1")) }
        );
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.DownloadAsync("anna", "?max_videos=3");

        answer["count"].GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_full_store_ends_the_job_without_fetching_the_rest()
    {
        await using var host = await ServerHost.StartAsync(
            Cancellation,
            setup => setup with { Settings = ServerHost.With(setup, ("Storage:KeepFreeBytes", $"{long.MaxValue}")) }
        );
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.PostAsync("/tiktok/student/anna/download?max_videos=4");

        answer.Code.ShouldBe("storage_full", answer.Text);
        host.Sandbox.Journal.Of(SandboxEndpoint.Media).Select(e => e.Post).Distinct().Count().ShouldBeLessThan(2);
        host.Objects().ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_post_of_a_job_is_told_as_an_event()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.DownloadAsync("anna", "?max_videos=2");

        await using var scope = await host.EnterAsync();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var job = answer["job_id"].GetString();
        var types = await db
            .Events.Where(e => e.Subject == job)
            .OrderBy(e => e.Id)
            .Select(e => e.Type)
            .ToListAsync(Cancellation);
        types.ShouldBe(["job.queued", "job.started", "job.item", "job.item", "job.completed"]);
    }
}
