using System.Net;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Tests.Identity;

namespace Clipyard.Server.Tests.Archive;

public sealed class StudentListingTests
{
    [Fact]
    public async Task A_student_without_clips_has_an_empty_list()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        var answer = await host.GetAsync("/tiktok/student/anna/videos");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer["success"].GetBoolean().ShouldBeTrue();
        answer["videos"].GetArrayLength().ShouldBe(0);
        answer["count"].GetInt32().ShouldBe(0);
        answer["total"].GetInt64().ShouldBe(0);
        answer["next_cursor"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Pages_hold_every_clip_once_newest_first()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=5");
        var whole = await host.GetAsync("/tiktok/student/anna/videos");

        var (ids, cursor) = (new List<string>(), "");
        do
        {
            var page = await host.GetAsync($"/tiktok/student/anna/videos?limit=2&cursor={cursor}");
            page["total"].GetInt64().ShouldBe(5);
            page["count"].GetInt32().ShouldBe(page["videos"].GetArrayLength());
            ids.AddRange(page["videos"].EnumerateArray().Select(v => v.GetProperty("video_id").GetString()!));
            cursor = page["next_cursor"].GetString();
        } while (cursor is not null);

        ids.ShouldBe(whole["videos"].EnumerateArray().Select(v => v.GetProperty("video_id").GetString()!));
        ids.ShouldBe(ids.OrderDescending(StringComparer.Ordinal));
        ids.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_listed_clip_says_what_callers_rely_on()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=1");

        var answer = await host.GetAsync("/tiktok/student/anna/videos");

        var clip = answer["videos.0"];
        clip.GetProperty("video_id").GetString().ShouldBe(DemoWorld.PlainVideo);
        clip.GetProperty("created_at")
            .GetDateTimeOffset()
            .ShouldBe(host.Sandbox.World.FindPost(DemoWorld.PlainVideo)!.CreatedAt);
        clip.GetProperty("stored_at").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
        clip.GetProperty("local_path_expires_at")
            .GetDateTimeOffset()
            .ShouldBeGreaterThan(clip.GetProperty("stored_at").GetDateTimeOffset().AddHours(23));
        clip.GetProperty("files").GetArrayLength().ShouldBe(1);
        clip.TryGetProperty("already_stored", out _).ShouldBeFalse();
        (await host.FetchFileAsync(clip)).Sha256.ShouldBe(clip.GetProperty("sha256").GetString());
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("limit=ten")]
    [InlineData("cursor=nonsense")]
    [InlineData("cursor=eyJhIjoxfQ")]
    [InlineData("cursor=%00")]
    public async Task A_bad_page_is_refused(string query)
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);

        foreach (var path in new[] { "/tiktok/student/anna/videos", "/tiktok/students" })
        {
            var answer = await host.GetAsync($"{path}?{query}");

            answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
            answer["detail"].GetString()!.ShouldContain(query.Split('=')[0]);
        }
    }

    [Fact]
    public async Task Students_are_listed_by_id_page_by_page()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        foreach (var id in new[] { "cleo", "anna", "Zoe", "ben" })
        {
            await host.LinkAsync(id, "user." + id);
        }

        var first = await host.GetAsync("/tiktok/students?limit=3");
        var second = await host.GetAsync($"/tiktok/students?limit=3&cursor={first["next_cursor"].GetString()}");

        Ids(first).ShouldBe(["Zoe", "anna", "ben"]);
        Ids(second).ShouldBe(["cleo"]);
        first["total"].GetInt64().ShouldBe(4);
        second["count"].GetInt32().ShouldBe(1);
        second["next_cursor"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        second["students.0.username"].GetString().ShouldBe("user.cleo");
        second["students.0.stored_videos"].GetInt64().ShouldBe(0);
        second["students.0.last_download_at"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        static IEnumerable<string?> Ids(JsonAnswer page) =>
            page["students"].EnumerateArray().Select(s => s.GetProperty("student_id").GetString());
    }

    [Fact]
    public async Task Another_owner_sees_nothing_of_it_and_keeps_the_same_post_for_themselves()
    {
        await using var host = await ServerHost.StartAsync(TestContext.Current.CancellationToken);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.DownloadAsync("anna", "?max_videos=1");
        var other = await Someone.AddAsync(host, "ben");
        using var theirs = host.CreateClient(other.Key);

        async Task<JsonAnswer> TheirsAsync(HttpMethod method, string path, object? body = null)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = body is null ? null : System.Net.Http.Json.JsonContent.Create(body);
            using var response = await theirs.SendAsync(request, TestContext.Current.CancellationToken);
            return await JsonAnswer.ReadAsync(response, TestContext.Current.CancellationToken);
        }

        (await TheirsAsync(HttpMethod.Get, "/tiktok/students"))["total"].GetInt64().ShouldBe(0);
        (await TheirsAsync(HttpMethod.Get, "/tiktok/student/anna/videos")).Code.ShouldBe("student_not_linked");
        (await TheirsAsync(HttpMethod.Delete, "/tiktok/student/anna")).Code.ShouldBe("student_not_linked");
        var linked = await TheirsAsync(
            HttpMethod.Put,
            "/tiktok/student/anna/username",
            new { username = DemoWorld.SunnyGarden }
        );
        linked.Status.ShouldBe(HttpStatusCode.OK);
        var kept = await TheirsAsync(HttpMethod.Post, "/tiktok/student/anna/download?max_videos=1");
        kept["videos.0.already_stored"].GetBoolean().ShouldBeFalse();

        host.Objects().ShouldContain($"owners/{other.Id}/tiktok/{DemoWorld.SunnyGarden}/{DemoWorld.PlainVideo}.mp4");
        (await TheirsAsync(HttpMethod.Delete, "/tiktok/student/anna"))["deleted_videos"].GetInt32().ShouldBe(1);
        (await host.GetAsync("/tiktok/student/anna/videos"))["total"].GetInt64().ShouldBe(1);
        host.Objects()
            .ShouldBe([
                $"tiktok/{DemoWorld.SunnyGarden}/{DemoWorld.PlainVideo}.cover.jpg",
                $"tiktok/{DemoWorld.SunnyGarden}/{DemoWorld.PlainVideo}.info.json",
                $"tiktok/{DemoWorld.SunnyGarden}/{DemoWorld.PlainVideo}.mp4",
            ]);
    }
}
