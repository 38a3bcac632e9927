using System.Net;
using System.Text;
using System.Text.Json;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Tests.Identity;

namespace Clipyard.Server.Tests.Publishing.Requests.Bulk;

public sealed class ExportPostsTests
{
    private const string Url = "https://example.com/video.mp4";

    private static readonly string[] OddCaptions =
    [
        "=1+1",
        "+49 30",
        "-5",
        "@friend",
        "'=quoted",
        "''-twice",
        "'plain apostrophe",
        "\tindented",
        "comma, \"quote\"; semicolon\nline",
        "  spaces around  ",
        "🌻 ünïcode",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("?raw=false")]
    public async Task An_export_imported_again_makes_the_same_posts(string query)
    {
        await using var host = await PostHost.StartAsync();
        await host.AddClipAsync("7123456789012345678");
        foreach (var caption in OddCaptions)
        {
            await host.AskAsync(
                new
                {
                    source = new { clip_id = "7123456789012345678" },
                    content = caption,
                    mode = "direct",
                    privacy_level = "MUTUAL_FOLLOW_FRIENDS",
                    disable_stitch = false,
                    video_cover_timestamp_ms = 1500,
                    brand_organic_toggle = true,
                    schedule_time = "2026-12-01T18:00:00+07:00",
                    approval = true,
                    repair = true,
                }
            );
        }

        await host.AskAsync(new { source = new { images = (string[])[Url + "?1", Url + "?2"] }, title = "=Pictures" });
        var before = await RowsAsync(host);

        var answer = await host.ImportAsync(await host.ExportAsync(query));

        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Text);
        var made = new List<Post>();
        foreach (var id in answer.PostIdsOf())
        {
            made.Add(await host.RowAsync(id));
        }

        made.Select(Essence).ShouldBe(before.OrderByDescending(post => post.Id).Select(Essence));
    }

    [Fact]
    public async Task Cells_that_a_spreadsheet_would_run_are_marked_unless_raw_is_asked_for()
    {
        await using var host = await PostHost.StartAsync();
        await host.AskAsync(new { source = new { url = Url }, content = "=HYPERLINK(\"x\")" });

        var guarded = await host.ExportAsync();
        guarded[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        Encoding.UTF8.GetString(guarded).ShouldContain("\"'=HYPERLINK");

        var raw = await host.ExportAsync("?raw=true");
        raw[..9].ShouldBe("video_url"u8.ToArray());
        Encoding.UTF8.GetString(raw).ShouldContain("\"=HYPERLINK");
    }

    [Fact]
    public async Task Posts_are_told_with_what_became_of_them()
    {
        await using var host = await PostHost.StartAsync();
        var id = await host.PreparedAsync();
        await host.FailAsync(id);

        var lines = Encoding.UTF8.GetString(await host.ExportAsync("?state=failed")).Split("\r\n");

        var cells = lines[0].Split(',').Zip(lines[1].Split(',')).ToDictionary(pair => pair.First, pair => pair.Second);
        cells["post_id"].ShouldBe(id.ToString());
        cells["state"].ShouldBe("failed");
        cells["status"].ShouldBe("FAILED");
        cells["failure_code"].ShouldBe("network_error");
        cells["account"].ShouldBe(PostHost.Username);
        cells["account_id"].ShouldBe(host.AccountId.ToString());
        cells["created_at"].ShouldEndWith("+00:00");
    }

    [Theory]
    [InlineData("csv", "text/csv", "csv")]
    [InlineData("json", "application/json", "json")]
    public async Task It_is_a_file_to_keep(string format, string type, string extension)
    {
        await using var host = await PostHost.StartAsync();

        using var response = await host.Server.Client.GetAsync($"/api/posts/export?format={format}", Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileName.ShouldStartWith("posts-");
        response.Content.Headers.ContentDisposition.FileName.ShouldEndWith("." + extension);
    }

    [Fact]
    public async Task All_pages_are_there_once_in_order()
    {
        await using var host = await PostHost.StartAsync();
        var rows = string.Concat(Enumerable.Range(0, 612).Select(i => $"{Url},Number {i}\n"));
        var made = (await host.ImportAsync("video_url,content\n" + rows)).PostIdsOf();

        var exported = JsonSerializer.Deserialize<List<JsonElement>>(await host.ExportAsync("?format=json"))!;

        exported.Select(post => post.GetProperty("post_id").GetGuid()).ShouldBe(made.Reverse());
        exported[0].GetProperty("caption").GetString().ShouldBe("Number 611");
        exported[0].GetProperty("state").GetString().ShouldBe("preparing");
    }

    [Fact]
    public async Task Another_owners_posts_are_not_in_it()
    {
        await using var host = await PostHost.StartAsync();
        await host.AskForDraftAsync();
        using var other = host.Server.CreateClient((await Someone.AddAsync(host.Server, "ben")).Key);

        var text = await other.GetStringAsync("/api/posts/export?format=json", Stop);

        text.ShouldBe("[]");
    }

    [Theory]
    [InlineData("?format=xlsx", "'format'")]
    [InlineData("?raw=perhaps", "'raw'")]
    [InlineData("?state=running", "'state'")]
    [InlineData("?from=soon", "'from'")]
    public async Task A_wrong_parameter_is_named(string query, string name)
    {
        await using var host = await PostHost.StartAsync();

        var answer = await host.Server.GetAsync("/api/posts/export" + query);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer["detail"].GetString()!.ShouldContain(name);
    }

    private static object Essence(Post post) =>
        (
            post.Caption,
            post.PhotoTitle,
            post.Kind,
            post.Mode,
            post.Transfer,
            post.AccountId,
            post.Settings,
            post.ScheduledFor,
            post.ScheduleZone,
            post.NeedsApproval,
            post.Repair,
            post.Source.ClipId,
            string.Join(' ', post.Source.Images ?? [])
        );

    private static async Task<List<Post>> RowsAsync(PostHost host)
    {
        var rows = new List<Post>();
        var answer = await host.Server.GetAsync("/api/posts?limit=100");
        foreach (var post in answer["posts"].EnumerateArray())
        {
            rows.Add(await host.RowAsync(post.GetProperty("post_id").GetGuid()));
        }

        return rows;
    }
}
