using System.Net;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Jobs;

namespace Clipyard.Server.Tests.Archive;

public sealed class LinkDownloadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Posts_are_fetched_by_their_addresses_for_nobody()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);

        var job = await host.FetchAsync(
            new
            {
                urls = new[]
                {
                    $"https://www.tiktok.com/@{DemoWorld.SunnyGarden}/video/{DemoWorld.PlainVideo}?lang=en",
                    $"https://vm.tiktok.com/{DemoWorld.PhotoCode}/",
                    DemoWorld.PlainVideo,
                },
            }
        );

        job.State.ShouldBe(JobState.Completed, job.FailureDetail);
        job.TotalItems.ShouldBe(2); // one was named twice
        var items = await host.ItemsAsync(job.Id);
        items.ShouldAllBe(i => i.State == JobItemState.Stored);
        items.Select(i => i.VideoId).ShouldBe([DemoWorld.PlainVideo, DemoWorld.Photos]);
        host.Objects().ShouldContain($"tiktok/{DemoWorld.SunnyGarden}/{DemoWorld.PlainVideo}.mp4");
        host.Objects().ShouldContain($"tiktok/{DemoWorld.PaperBoats}/{DemoWorld.Photos}-01.jpg");
    }

    [Fact]
    public async Task A_short_link_to_what_is_kept_fetches_nothing()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.FetchAsync(new { urls = new[] { DemoWorld.PlainVideo } });
        var objects = host.Objects();

        var job = await host.FetchAsync(new { urls = new[] { $"https://vm.tiktok.com/{DemoWorld.VideoCode}/" } });

        (await host.ItemsAsync(job.Id)).Single().State.ShouldBe(JobItemState.AlreadyStored);
        host.Objects().ShouldBe(objects);
    }

    [Fact]
    public async Task A_post_by_a_linked_creator_is_the_students()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        await host.FetchAsync(new { urls = new[] { DemoWorld.PlainVideo } });

        var videos = await host.GetAsync("/tiktok/student/anna/videos");
        videos["total"].GetInt64().ShouldBe(1);
        videos["videos.0.video_id"].GetString().ShouldBe(DemoWorld.PlainVideo);
    }

    [Fact]
    public async Task What_was_kept_for_nobody_becomes_the_students_who_asks_for_it()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.FetchAsync(new { urls = new[] { DemoWorld.PlainVideo } });
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.DownloadAsync("anna", "?max_videos=1");

        answer["videos.0.already_stored"].GetBoolean().ShouldBeTrue();
        var videos = await host.GetAsync("/tiktok/student/anna/videos");
        videos["total"].GetInt64().ShouldBe(1);
        var info = await host.GetAsync("/tiktok/student/anna/info");
        info["stored_bytes"].GetInt64().ShouldBe(videos["videos.0.size_bytes"].GetInt64());
        (await host.DeleteAsync("/tiktok/student/anna"))["deleted_videos"].GetInt32().ShouldBe(1);
        host.Objects().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_that_is_another_students_is_a_conflict_naming_them()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.LinkAsync("ben", DemoWorld.PaperBoats);
        await host.DownloadAsync("anna", "?max_videos=1");

        var job = await host.FetchAsync(new { urls = new[] { DemoWorld.PlainVideo }, student_id = "ben" });

        job.State.ShouldBe(JobState.Failed);
        job.FailureCode.ShouldBe("conflict");
        var item = (await host.ItemsAsync(job.Id)).Single();
        item.Code.ShouldBe("conflict");
        item.Message!.ShouldContain("'anna'");
    }

    [Theory]
    [InlineData(DemoWorld.Removed, "video_removed")]
    [InlineData(DemoWorld.PrivatePost, "video_private")]
    [InlineData(DemoWorld.LoginWall, "login_required")]
    [InlineData(DemoWorld.RegionLocked, "region_blocked")]
    public async Task A_post_that_cannot_be_seen_fails_beside_one_that_can(string post, string code)
    {
        await using var host = await ServerHost.StartAsync(Cancellation);

        var job = await host.FetchAsync(new { urls = new[] { post, DemoWorld.PlainVideo } });

        job.State.ShouldBe(JobState.Completed);
        job.FailedItems.ShouldBe(1);
        job.DoneItems.ShouldBe(2);
        var items = await host.ItemsAsync(job.Id);
        items[0].Code.ShouldBe(code);
        items[1].State.ShouldBe(JobItemState.Stored);
    }

    [Fact]
    public async Task Many_jobs_for_the_same_post_keep_it_once()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var body = new { urls = new[] { DemoWorld.PlainVideo, DemoWorld.EmptyCaption } };

        var jobs = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.FetchAsync(body)));

        jobs.ShouldAllBe(j => j.State == JobState.Completed);
        var states = new List<JobItemState>();
        foreach (var job in jobs)
        {
            states.AddRange((await host.ItemsAsync(job.Id)).Select(i => i.State));
        }

        states.Count(s => s == JobItemState.Stored).ShouldBe(2);
        states.Count(s => s == JobItemState.AlreadyStored).ShouldBe(10);
        host.Objects().Count.ShouldBe(2 * 3); // video, cover and record each
    }

    [Theory]
    [InlineData("""{}""", "urls")]
    [InlineData("""{"urls":[]}""", "urls")]
    [InlineData("""{"urls":["not an address"]}""", "urls[0]")]
    [InlineData("""{"urls":["7676039855859302657",null]}""", "urls[1]")]
    [InlineData("""{"urls":["https://example.com/video"]}""", "urls[0]")]
    [InlineData("""{"urls":["https://www.tiktok.com/@sunny.garden"]}""", "urls[0]")]
    [InlineData("""{"urls":["https://www.tiktok.com/@sunny.garden/live"]}""", "urls[0]")]
    [InlineData("""{"urls":["7676039855859302657"],"quality":"finest"}""", "quality")]
    [InlineData("""{"urls":["7676039855859302657"],"student_id":"a b"}""", "student_id")]
    public async Task A_request_that_makes_no_sense_is_refused_by_name(string body, string name)
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await host.Client.PostAsync("/api/v1/downloads", content, Cancellation);
        var answer = await JsonAnswer.ReadAsync(response, Cancellation);

        ((int)answer.Status).ShouldBeInRange(400, 422, answer.Text);
        answer["detail"].GetString()!.ShouldContain(name);
        host.Sandbox.Journal.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_addresses_than_one_job_takes_are_refused()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var urls = Enumerable.Range(0, 501).Select(i => $"7676039855859302{i:000}").ToArray();

        var answer = await host.PostAsync("/api/v1/downloads", new { urls });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["detail"].GetString()!.ShouldContain("501");
    }

    [Fact]
    public async Task An_unknown_student_is_refused_before_anything_is_fetched()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);

        var answer = await host.PostAsync(
            "/api/v1/downloads",
            new { urls = new[] { DemoWorld.PlainVideo }, student_id = "nobody" }
        );

        answer.Code.ShouldBe("student_not_linked");
    }
}
