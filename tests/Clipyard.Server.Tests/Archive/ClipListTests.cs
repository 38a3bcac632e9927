using System.Net;
using Clipyard.Sandbox.Worlds;
using Clipyard.Server.Archive;
using Clipyard.Server.Archive.Clips;
using Clipyard.Server.Tests.Identity;

namespace Clipyard.Server.Tests.Archive;

public sealed class ClipListTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_students_clips_are_listed_together_what_was_kept_last_first()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.LinkAsync("anna", DemoWorld.SunnyGarden);
        await host.LinkAsync("ben", DemoWorld.PaperBoats);
        await host.DownloadAsync("anna", "?max_videos=2");
        await host.DownloadAsync("ben", "?max_videos=1");

        var list = await host.GetAsync("/api/v1/clips");

        list["total"].GetInt64().ShouldBe(3);
        list["total_is_exact"].GetBoolean().ShouldBeTrue();
        list["clips.0.student_id"].GetString().ShouldBe("ben");
        list["clips.1.student_id"].GetString().ShouldBe("anna");
        list["clips.1.thumbnail_url"].GetString().ShouldNotBeNull().ShouldContain(".cover.jpg");
        (await host.FetchFileAsync(list["clips.1"])).Sha256.ShouldBe(list["clips.1.sha256"].GetString());
    }

    [Theory]
    [InlineData("sort=stored_at", "4 3 2 1")]
    [InlineData("sort=stored_at&order=asc", "1 2 3 4")]
    [InlineData("sort=created_at", "1 2 3 4")]
    [InlineData("sort=created_at&order=asc", "4 3 2 1")]
    [InlineData("sort=duration", "3 2 4 1")]
    [InlineData("sort=duration&order=asc", "1 4 2 3")]
    [InlineData("sort=size", "2 4 3 1")]
    [InlineData("sort=size&order=asc", "1 3 4 2")]
    public async Task Every_order_pages_through_every_clip_once(string query, string order)
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.InsertAsync([
            ClipCalls.Clip(1, c => (c.PostedAt, c.DurationMs) = (DateTimeOffset.UnixEpoch.AddYears(4), null)),
            ClipCalls.Clip(
                2,
                c => (c.PostedAt, c.DurationMs, c.SizeBytes) = (DateTimeOffset.UnixEpoch.AddYears(3), 5, 9)
            ),
            ClipCalls.Clip(3, c => (c.PostedAt, c.DurationMs) = (DateTimeOffset.UnixEpoch.AddYears(2), 5)),
            ClipCalls.Clip(4, c => (c.PostedAt, c.DurationMs) = (DateTimeOffset.UnixEpoch.AddYears(1), 4)),
        ]);

        var ids = await host.IdsAsync(query, limit: 1);

        string.Join(' ', ids.Select(id => id.TrimStart('0'))).ShouldBe(order);
    }

    [Theory]
    [InlineData("student_id=anna", "1 2")]
    [InlineData("username=@Cook", "2 3")]
    [InlineData("student_id=anna&username=cook", "2")]
    [InlineData("kind=photo", "4")]
    [InlineData("kind=video&student_id=anna", "1 2")]
    [InlineData("q=ÄPFEL", "1")]
    [InlineData("q=cook", "2 3 4")]
    [InlineData("q=cook&kind=video", "2 3")]
    [InlineData("q=100%25", "3")]
    [InlineData("from=1970-01-03T00:00:00Z&to=1970-01-05T00:00:00Z", "2 3")]
    [InlineData("from=1970-01-03T00:00:00Z&sort=size", "2 3 4")]
    [InlineData("from=2000-01-01T00:00:00Z&time=created_at", "1")]
    [InlineData("from=2000-01-01T00:00:00Z&time=created_at&sort=created_at", "1")]
    [InlineData("student_id=nobody", "")]
    public async Task Clips_are_found_by(string query, string found)
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.InsertAsync([
            ClipCalls.Clip(
                1,
                c => (c.StudentId, c.Caption, c.PostedAt) = ("anna", "Grüne äpfel", new(2000, 1, 1, 0, 0, 0, default))
            ),
            ClipCalls.Clip(2, c => (c.StudentId, c.Username) = ("anna", "cook")),
            ClipCalls.Clip(3, c => (c.Username, c.Caption) = ("cook", "100% fresh")),
            ClipCalls.Clip(4, c => (c.Kind, c.Caption) = (ClipKind.Photo, "Let us COOK")),
        ]);

        var ids = await host.IdsAsync(query, limit: 1);
        string.Join(' ', ids.Order(StringComparer.Ordinal).Select(id => id.TrimStart('0'))).ShouldBe(found);
    }

    [Fact]
    public async Task A_search_that_finds_little_answers_soon_and_says_where_to_go_on()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.InsertAsync(
            Enumerable
                .Range(1, ClipListing.ReadForOnePage + 10)
                .Select(number => ClipCalls.Clip(number, c => c.Caption = number == 5 ? "a needle" : "hay"))
        );

        var first = await host.GetAsync("/api/v1/clips?q=needle");
        var second = await host.GetAsync($"/api/v1/clips?q=needle&cursor={first["next_cursor"].GetString()}");

        first["count"].GetInt32().ShouldBe(0);
        first["total_is_exact"].GetBoolean().ShouldBeFalse();
        second["clips.0.video_id"].GetString().ShouldBe("0005");
        second["next_cursor"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("sort=name", "sort")]
    [InlineData("order=up", "order")]
    [InlineData("kind=gif", "kind")]
    [InlineData("from=yesterday", "from")]
    [InlineData("time=now", "time")]
    [InlineData("limit=0", "limit")]
    [InlineData("cursor=abc", "cursor")]
    public async Task A_parameter_that_makes_no_sense_is_named(string query, string name)
    {
        await using var host = await ServerHost.StartAsync(Cancellation);

        var answer = await host.GetAsync("/api/v1/clips?" + query);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe("invalid_parameter");
        answer["detail"].GetString().ShouldNotBeNull().ShouldContain($"'{name}'");
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.InsertAsync([ClipCalls.Clip(1), ClipCalls.Clip(2)]);
        var cursor = (await host.GetAsync("/api/v1/clips?limit=1"))["next_cursor"].GetString();

        var answer = await host.GetAsync($"/api/v1/clips?sort=size&cursor={cursor}");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe("invalid_parameter");
    }

    [Fact]
    public async Task Another_owner_sees_none_of_it()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await host.InsertAsync([ClipCalls.Clip(1)]);
        var other = await Someone.AddAsync(host, "ben");
        using var theirs = host.CreateClient(other.Key);

        async Task<JsonAnswer> TheirsAsync(HttpMethod method, string path)
        {
            using var request = new HttpRequestMessage(method, path);
            using var response = await theirs.SendAsync(request, Cancellation);
            return await JsonAnswer.ReadAsync(response, Cancellation);
        }

        (await TheirsAsync(HttpMethod.Get, "/api/v1/clips"))["total"].GetInt64().ShouldBe(0);
        (await TheirsAsync(HttpMethod.Get, "/api/v1/clips?q=nothing"))["count"].GetInt32().ShouldBe(0);
        (await TheirsAsync(HttpMethod.Get, "/api/v1/clips/0001")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await TheirsAsync(HttpMethod.Post, "/api/v1/clips/0001/verify")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
