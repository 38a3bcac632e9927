using System.Net;
using Clipyard.Media.Images;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Jobs;
using Clipyard.Server.Tests.Provenance;

namespace Clipyard.Server.Tests.Archive;

public sealed class ThumbnailTests
{
    private const string Cover = $"tiktok/{DemoWorld.SunnyGarden}/{DemoWorld.PlainVideo}.cover.jpg";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_videos_cover_is_kept_beside_it_and_opens_without_a_key()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var clip = (await host.DownloadAsync("anna", "?max_videos=1"))["videos.0"];

        host.Objects().ShouldContain(Cover);
        var address = clip.GetProperty("thumbnail_url").GetString().ShouldNotBeNull();
        address.ShouldContain("/media/" + Cover + "?expires=");
        using var browser = host.CreateClient();
        using var answer = await browser.GetAsync(address, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("image/jpeg");
        var picture = await ImageProbe.ReadAsync(await answer.Content.ReadAsStreamAsync(Cancellation), Cancellation);
        picture.IsWhole.ShouldBeTrue();
        picture.Kind.ShouldBe(ImageKind.Jpeg);
    }

    [Fact]
    public async Task The_cover_is_none_of_the_posts_files_and_not_counted_in_its_size()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var clip = (await host.DownloadAsync("anna", "?max_videos=1"))["videos.0"];

        clip.GetProperty("files").GetArrayLength().ShouldBe(1);
        clip.GetProperty("size_bytes").GetInt64().ShouldBe((await host.FetchFileAsync(clip)).Bytes);
        var student = (await host.GetAsync("/tiktok/students"))["students.0"];
        student.GetProperty("stored_bytes").GetInt64().ShouldBe(clip.GetProperty("size_bytes").GetInt64());
    }

    [Fact]
    public async Task A_photo_posts_thumbnail_is_its_first_picture()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);

        await host.FetchAsync(new { urls = new[] { Photos() } });

        var clip = (await host.GetAsync($"/api/v1/clips/{DemoWorld.Photos}"))["clip"];
        clip.GetProperty("thumbnail_url").GetString().ShouldNotBeNull().ShouldContain($"/{DemoWorld.Photos}-01.");
        host.Objects().ShouldNotContain(key => key.Contains(".cover.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_sound_of_a_video_alone_has_the_videos_cover()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var clip = (await host.DownloadAsync("anna", "?max_videos=1&audio_only=true"))["videos.0"];

        clip.GetProperty("kind").GetString().ShouldBe("audio");
        clip.GetProperty("thumbnail_url").GetString().ShouldNotBeNull().ShouldContain(Cover);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(429)]
    public async Task A_clip_whose_cover_cannot_be_had_is_kept_without_it_and_says_so(int status)
    {
        await using var host = await ServerHost.StartAsync(
            Cancellation,
            setup => setup with { Settings = ServerHost.With(setup, ("TikTok:Retries", "0")) }
        );
        host.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Status,
                Endpoint = SandboxEndpoint.Image,
                Status = status,
                Times = null,
            }
        );
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.DownloadAsync("anna", "?max_videos=1");

        answer["count"].GetInt32().ShouldBe(1);
        answer["videos.0.thumbnail_url"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var item = (await host.ItemsAsync(answer["job_id"].GetGuid())).ShouldHaveSingleItem();
        item.State.ShouldBe(JobItemState.Stored);
        item.Code.ShouldBeNull();
        item.Message.ShouldNotBeNull().ShouldContain("without its cover");
        host.Objects().ShouldNotContain(key => key.Contains(".cover.", StringComparison.Ordinal));
        (await host.PostAsync("/api/v1/archive/verify"))["success"].GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_cover_is_recorded_and_a_change_of_it_is_found()
    {
        await using var archive = await KeptArchive.StartAsync();
        var clip = (await archive.ClipsAsync())[0];
        var cover = clip.Files.Single(file => file.IsCover);
        await archive.ShouldBeIntactAsync();

        await File.WriteAllBytesAsync(archive.PathOf(cover.Object), new byte[100], Cancellation);

        var report = await archive.ShouldFindAsync("changed");
        report["findings.0.object"].GetString().ShouldBe(cover.Object);
        report["findings.0.video_id"].GetString().ShouldBe(clip.VideoId);
    }

    [Fact]
    public async Task Erasing_a_clip_erases_its_cover()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=1");

        await host.DeleteAsync($"/tiktok/student/anna/videos/{DemoWorld.PlainVideo}");

        host.Objects().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clip_fetched_anew_has_its_newer_cover_alone()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=1");

        var again = await host.DownloadAsync("anna", "?max_videos=1&force=true");

        host.Objects()
            .Where(key => key.Contains(".cover.", StringComparison.Ordinal))
            .ShouldBe([Cover.Replace(".cover.", ".g2.cover.", StringComparison.Ordinal)]);
        again["videos.0.thumbnail_url"].GetString().ShouldNotBeNull().ShouldContain(".g2.cover.jpg");
    }

    private static string Photos() => $"https://www.tiktok.com/@paper.boats/photo/{DemoWorld.Photos}";
}
