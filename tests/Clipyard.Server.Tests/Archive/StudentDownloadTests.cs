using System.Net;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Server.Tests.Archive;

public sealed class StudentDownloadTests
{
    private const string Key = $"tiktok/{DemoWorld.SunnyGarden}/{DemoWorld.PlainVideo}";

    [Fact]
    public async Task The_newest_posts_are_fetched_kept_and_answered_as_callers_rely_on()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.DownloadAsync("anna", "?max_videos=2");

        answer["success"].GetBoolean().ShouldBeTrue();
        answer["student_id"].GetString().ShouldBe("anna");
        answer["username"].GetString().ShouldBe(DemoWorld.SunnyGarden);
        answer["count"].GetInt32().ShouldBe(2);
        answer["already_stored"].GetInt32().ShouldBe(0);
        answer["failed"].GetArrayLength().ShouldBe(0);
        answer["videos.0.video_id"].GetString().ShouldBe(DemoWorld.PlainVideo);
        answer["videos.0.video_url"]
            .GetString()
            .ShouldBe($"https://www.tiktok.com/@{DemoWorld.SunnyGarden}/video/{DemoWorld.PlainVideo}");
        answer["videos.0.kind"].GetString().ShouldBe("video");
        answer["videos.0.already_stored"].GetBoolean().ShouldBeFalse();
        answer["videos.0.caption"].GetString()!.ShouldContain("Northern lights");
        answer["videos.0.duration_ms"].GetInt64().ShouldBeGreaterThan(0);
        answer["videos.1.video_id"].GetString().ShouldBe(DemoWorld.RichCaption);
        var (sha256, bytes, contentType) = await host.FetchFileAsync(answer["videos.0"]);
        answer["videos.0.sha256"].GetString().ShouldBe(sha256);
        answer["videos.0.size_bytes"].GetInt64().ShouldBe(bytes);
        contentType.ShouldBe("video/mp4");
        host.Objects().ShouldContain(Key + ".mp4");
        host.Objects().ShouldContain(Key + ".info.json");
    }

    [Fact]
    public async Task What_is_kept_is_returned_as_kept_and_not_fetched_again()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=2");
        host.Sandbox.Journal.Clear();

        var again = await host.DownloadAsync("anna", "?max_videos=3");

        again["count"].GetInt32().ShouldBe(3);
        again["already_stored"].GetInt32().ShouldBe(2);
        again["videos.0.already_stored"].GetBoolean().ShouldBeTrue();
        again["videos.2.already_stored"].GetBoolean().ShouldBeFalse();
        host.Sandbox.Journal.Of(SandboxEndpoint.Media)
            .Select(e => e.Post)
            .Distinct()
            .ShouldBe([DemoWorld.EmptyCaption]);
        var info = await host.GetAsync("/tiktok/student/anna/info");
        info["stored_videos"].GetInt64().ShouldBe(3);
    }

    [Fact]
    public async Task The_same_routes_answer_below_api()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        var linked = await host.PutAsync("/api/tiktok/student/anna/username", new { username = DemoWorld.SunnyGarden });
        linked.Status.ShouldBe(HttpStatusCode.OK);

        var answer = await host.PostAsync("/api/tiktok/student/anna/download?max_videos=1");

        answer["count"].GetInt32().ShouldBe(1);
        (await host.GetAsync("/api/tiktok/student/anna/videos"))["total"].GetInt64().ShouldBe(1);
        (await host.GetAsync("/api/tiktok/students"))["total"].GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task A_pinned_old_post_is_not_among_the_newest()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.DownloadAsync("anna", "?max_videos=1");

        answer["videos.0.video_id"].GetString().ShouldBe(DemoWorld.PlainVideo);
    }

    [Fact]
    public async Task A_random_choice_comes_from_all_posts()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.HarborLights);
        var all = host.Sandbox.World.PostsOf(DemoWorld.HarborLights).Select(p => p.Id).ToList();

        var answer = await host.DownloadAsync("anna", "?max_videos=8&random_selection=true");

        var chosen = answer["videos"].EnumerateArray().Select(v => v.GetProperty("video_id").GetString()!).ToList();
        chosen.Count.ShouldBe(8);
        chosen.Distinct().Count().ShouldBe(8);
        chosen.ShouldBeSubsetOf(all);
        // One chance in 145 million that the eight newest of 43 are chosen.
        chosen.ShouldNotBe(all.OrderByDescending(id => id).Take(8));
    }

    [Fact]
    public async Task A_photo_post_is_kept_with_all_its_pictures_and_its_sound()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.PaperBoats);

        var answer = await host.DownloadAsync("anna", "?max_videos=1");

        var post = answer["videos.0"];
        post.GetProperty("video_id").GetString().ShouldBe(DemoWorld.Photos);
        post.GetProperty("kind").GetString().ShouldBe("photo");
        var files = post.GetProperty("files").EnumerateArray().ToList();
        files.Count.ShouldBe(5);
        files[0].GetProperty("local_path").GetString().ShouldBe(post.GetProperty("local_path").GetString());
        foreach (var file in files)
        {
            var (sha256, bytes, contentType) = await host.FetchFileAsync(file);
            file.GetProperty("sha256").GetString().ShouldBe(sha256);
            file.GetProperty("size_bytes").GetInt64().ShouldBe(bytes);
            file.GetProperty("content_type").GetString().ShouldBe(contentType);
        }

        host.Objects().ShouldContain($"tiktok/{DemoWorld.PaperBoats}/{DemoWorld.Photos}-01.jpg");
        host.Objects().ShouldContain($"tiktok/{DemoWorld.PaperBoats}/{DemoWorld.Photos}-04.jpg");
    }

    [Fact]
    public async Task A_picture_is_named_by_what_its_bytes_are()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        host.Sandbox.World.ChangePost(
            DemoWorld.Photos,
            post => post with { Images = [new SandboxImage { Clip = "petals.webp" }] }
        );
        await host.LinkAsync("anna", DemoWorld.PaperBoats);

        var answer = await host.DownloadAsync("anna", "?max_videos=1");

        answer["videos.0.files.0.content_type"].GetString().ShouldBe("image/webp");
        host.Objects().ShouldContain($"tiktok/{DemoWorld.PaperBoats}/{DemoWorld.Photos}-01.webp");
        host.Objects().ShouldNotContain($"tiktok/{DemoWorld.PaperBoats}/{DemoWorld.Photos}-01.jpg");
        var (sha256, _, _) = await host.FetchFileAsync(answer["videos.0"]);
        answer["videos.0.sha256"].GetString().ShouldBe(sha256);
    }

    [Fact]
    public async Task A_photo_post_with_one_picture_that_cannot_be_had_leaves_nothing_visible()
    {
        await using var host = await ServerHost.StartAsync(
            TestContext.Current.CancellationToken,
            setup => setup with { Settings = ServerHost.With(setup, ("TikTok:Retries", "0")) }
        );
        host.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.HtmlInstead,
                Endpoint = SandboxEndpoint.Image,
                Post = DemoWorld.Photos,
                Skip = 3,
                Times = null,
            }
        );
        await host.LinkAsync("anna", DemoWorld.PaperBoats);

        var answer = await host.PostAsync("/tiktok/student/anna/download?max_videos=1");

        answer.Status.ShouldBe(HttpStatusCode.BadGateway, answer.Text);
        answer.Code.ShouldBe("media_corrupt");
        host.Objects().ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_sound_is_kept_where_only_the_sound_is_asked_for()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.DownloadAsync("anna", "?max_videos=1&audio_only=true");

        answer["videos.0.kind"].GetString().ShouldBe("audio");
        host.Objects().ShouldBe([Key + ".cover.jpg", Key + ".info.json", Key + ".m4a"]);
        var (sha256, _, contentType) = await host.FetchFileAsync(answer["videos.0"]);
        answer["videos.0.sha256"].GetString().ShouldBe(sha256);
        contentType.ShouldBe("audio/mp4");
    }

    [Fact]
    public async Task Force_fetches_anew_and_swaps_the_kept_file()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        var first = await host.DownloadAsync("anna", "?max_videos=1&quality=worst");

        var second = await host.DownloadAsync("anna", "?max_videos=1&quality=best&force=true");

        second["videos.0.already_stored"].GetBoolean().ShouldBeFalse();
        second["videos.0.generation"].GetInt32().ShouldBe(2);
        second["videos.0.sha256"].GetString().ShouldNotBe(first["videos.0.sha256"].GetString());
        host.Objects().ShouldBe([Key + ".g2.cover.jpg", Key + ".g2.mp4", Key + ".info.json"]);
        var (sha256, bytes, _) = await host.FetchFileAsync(second["videos.0"]);
        second["videos.0.sha256"].GetString().ShouldBe(sha256);
        var info = await host.GetAsync("/tiktok/student/anna/info");
        info["stored_videos"].GetInt64().ShouldBe(1);
        info["stored_bytes"].GetInt64().ShouldBe(bytes);
    }

    [Fact]
    public async Task One_post_that_cannot_be_had_is_listed_and_the_others_are_kept()
    {
        await using var host = await ServerHost.StartAsync(
            TestContext.Current.CancellationToken,
            setup => setup with { Settings = ServerHost.With(setup, ("TikTok:Retries", "0")) }
        );
        host.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Status,
                Status = 404,
                Endpoint = SandboxEndpoint.Media,
                Post = DemoWorld.RichCaption,
                Times = null,
            }
        );
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.DownloadAsync("anna", "?max_videos=3");

        answer["success"].GetBoolean().ShouldBeTrue();
        answer["count"].GetInt32().ShouldBe(2);
        answer["failed"].GetArrayLength().ShouldBe(1);
        answer["failed.0.video_id"].GetString().ShouldBe(DemoWorld.RichCaption);
        answer["failed.0.code"].GetString().ShouldBe("media_expired");
        answer["failed.0.message"].GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Nothing_kept_and_something_failed_is_a_problem_with_the_commonest_code()
    {
        await using var host = await ServerHost.StartAsync(
            TestContext.Current.CancellationToken,
            setup => setup with { Settings = ServerHost.With(setup, ("TikTok:Retries", "0")) }
        );
        host.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Status,
                Status = 404,
                Endpoint = SandboxEndpoint.Media,
                Times = null,
            }
        );
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.PostAsync("/tiktok/student/anna/download?max_videos=2");

        answer.Code.ShouldBe("media_expired", answer.Text);
        answer["success"].GetBoolean().ShouldBeFalse();
        answer["detail"].GetString()!.ShouldContain(DemoWorld.PlainVideo);
        host.Objects().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_creator_without_posts_is_nothing_to_do()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.EmptyShelf);

        var answer = await host.DownloadAsync("anna");

        answer["success"].GetBoolean().ShouldBeTrue();
        answer["count"].GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData(DemoWorld.QuietAttic, "private_account")]
    [InlineData(DemoWorld.NoSuchUser, "no_such_user")]
    [InlineData(DemoWorld.Banned, "no_such_user")]
    public async Task A_creator_who_cannot_be_seen_is_a_failure_of_its_own(string username, string code)
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", username);

        var answer = await host.PostAsync("/tiktok/student/anna/download");

        answer.Code.ShouldBe(code, answer.Text);
        ((int)answer.Status).ShouldBeInRange(400, 499);
        answer["remedy"].GetString().ShouldNotBeNullOrEmpty();
        host.Objects().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_student_without_a_username_is_told_how_to_link_one()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);

        var answer = await host.PostAsync("/tiktok/student/nobody/download");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Code.ShouldBe("student_not_linked");
        answer["remedy"].GetString()!.ShouldContain("PUT /tiktok/student/nobody/username");
    }

    [Theory]
    [InlineData("max_videos=-1", "max_videos")]
    [InlineData("max_videos=0", "max_videos")]
    [InlineData("max_videos=501", "max_videos")]
    [InlineData("max_videos=abc", "max_videos")]
    [InlineData("max_videos=1.5", "max_videos")]
    [InlineData("max_videos=99999999999999999999", "max_videos")]
    [InlineData("random_selection=perhaps", "random_selection")]
    [InlineData("audio_only=2", "audio_only")]
    [InlineData("force=-", "force")]
    [InlineData("quality=finest", "quality")]
    [InlineData("quality=3", "quality")]
    public async Task A_value_out_of_range_is_refused_by_name(string query, string parameter)
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.PostAsync($"/tiktok/student/anna/download?{query}");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe("invalid_parameter");
        answer["detail"].GetString()!.ShouldContain(parameter);
        host.Sandbox.Journal.Entries.ShouldBeEmpty();
    }
}
