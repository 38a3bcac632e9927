using System.Text.Json;
using Clipyard.Cli.Tests.Running;

namespace Clipyard.Cli.Tests.Commands;

/// <summary>Real captured pages through the front door; the expected values are those of the captures' README.</summary>
public sealed class CapturedPageTests
{
    [Fact]
    public async Task A_desktop_page_of_2026()
    {
        var post = await ParseAsync("video-desktop-2026-07-emthenutritionist.html");

        Text(post, "kind").ShouldBe("video");
        Text(post, "id").ShouldBe("7608826249200356630");
        Text(post.GetProperty("author"), "username").ShouldBe("emthenutritionist");
        Text(post.GetProperty("author"), "nickname").ShouldBe("Emily English");
        Text(post.GetProperty("author"), "id").ShouldBe("6813808072638399493");
        post.GetProperty("created_at").GetDateTimeOffset().ToUnixTimeSeconds().ShouldBe(1_771_567_930);
        Text(post, "caption")!.Length.ShouldBe(1030);
        Text(post, "caption")!.ShouldStartWith("15 MINUTE CREAMY THAI COCONUT COD CURRY");
        Names(post, "hashtags", "name").ShouldBe(["healthyrecipes", "quickrecipes"]);
        post.GetProperty("mentions").GetArrayLength().ShouldBe(0);
        Counts(post).ShouldBe([2_900_000, 105_200, 499, 42_400, 124_842]);
        (post.GetProperty("duration_ms").GetInt64() / 1000).ShouldBe(54);
        post.GetProperty("width").GetInt32().ShouldBe(576);
        post.GetProperty("height").GetInt32().ShouldBe(1024);
        Formats(post)
            .ShouldBe([
                "bytevc1_1080p_1148519 1080x1920 7777340",
                "bytevc1_540p_615915 576x1024 4170749",
                "bytevc1_720p_750808 720x1280 5084196",
                "h264_540p_1297895 576x1024 8788538",
                "h264_540p_738085 576x1024 4997854",
            ]);
        Names(post, "subtitles", "language").ShouldBe(["eng-US"]);
    }

    [Fact]
    public async Task A_desktop_page_of_2025_with_mentions_behind_an_emoji()
    {
        var post = await ParseAsync("video-desktop-2025-12-illojuan.html");

        Text(post, "id").ShouldBe("7571863205253778710");
        Names(post, "mentions", "username").ShouldBe(["burgerking_es", "esperanzagraciaoficial"]);
        var first = post.GetProperty("mentions")[0];
        first.GetProperty("start").GetInt32().ShouldBe(97);
        first.GetProperty("end").GetInt32().ShouldBe(111);
        post.GetProperty("hashtags").GetArrayLength().ShouldBe(0);
        Counts(post).ShouldBe([192_100, 25_500, 146, 2_156, 1_311]);
        Formats(post).ShouldContain("h264_540p_1010862 576x1024 8086899", StringComparer.Ordinal);
        post.GetProperty("formats")
            .EnumerateArray()
            .ShouldContain(format => format.GetProperty("watermark").GetBoolean());
        Names(post, "subtitles", "language").Order(StringComparer.Ordinal).ShouldBe(["eng-US", "spa-ES"]);
    }

    [Fact]
    public async Task A_phone_page()
    {
        var post = await ParseAsync("video-mobile-reflow-2026-01-emlyreview.html");

        Text(post, "id").ShouldBe("7585124257601162516");
        Names(post, "hashtags", "name").ShouldBe(["emlyreview", "vtmgr"]);
        post.GetProperty("hashtags")[1].GetProperty("start").GetInt32().ShouldBe(79);
        post.GetProperty("formats").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_photo_post()
    {
        var post = await ParseAsync("photo-mobile-reflow-2026-03-nghetrinhhh.html");

        Text(post, "kind").ShouldBe("photo");
        Text(post, "id").ShouldBe("7603995605354040594");
        Names(post, "hashtags", "name").ShouldBe(["nauan", "food", "comnha", "learnontiktok", "ilovetiktok"]);
        post.GetProperty("images").GetArrayLength().ShouldBe(11);
        post.GetProperty("images")[9].GetProperty("width").GetInt32().ShouldBe(1080);
        Text(post.GetProperty("music"), "title").ShouldBe("Bạn Đời");
        post.GetProperty("formats").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("profile-desktop-2025-12-illojuan.html", "illojuan", 783_427, 0, 3_922_256, 19)]
    [InlineData("profile-desktop-2025-03-webstoremd.html", "webstoremd", 211_900, 28, 2_900_000, 2074)]
    [InlineData("profile-desktop-2026-01-ttvauger.html", "ttvauger", 4_613, 40, 1_354_097, 1328)]
    [InlineData("profile-universal-2026-07-khanhiattm2.json", "khanhiattm2", 40_398, 6, 234_997, 60)]
    [InlineData("profile-nextdata-2021-tiktok.html", "tiktok", 50_100_000, 496, 246_000_000, 118)]
    [InlineData("user-detail-api-2025-10.json", "zg.520", 427_682, null, null, 1605)]
    public async Task A_profile(string page, string username, long followers, int? following, int? likes, long videos)
    {
        var profile = (await ParseAsync(page)).GetProperty("profile");

        Text(profile, "username").ShouldBe(username);
        profile.GetProperty("followers").GetInt64().ShouldBe(followers);
        if (following is not null && likes is not null)
        {
            profile.GetProperty("following").GetInt64().ShouldBe(following.Value);
            profile.GetProperty("likes").GetInt64().ShouldBe(likes.Value);
        }

        profile.GetProperty("videos").GetInt64().ShouldBe(videos);
    }

    [Theory]
    [InlineData("profile-nextdata-2021-tiktok.html", 5, "6912598122988326149")]
    [InlineData("items-search-2026-01.json", 36, "7555555104997346615")]
    [InlineData("item-list-post-2025-10.json", 1, "7513039993741397256")]
    public async Task A_list_is_a_line_a_post(string page, int lines, string firstPost)
    {
        var result = await RunAsync(page, 0);

        result.Json.Count.ShouldBe(lines);
        Text(result.Json.First(line => Text(line, "kind") is not "profile"), "id").ShouldBe(firstPost);
    }

    [Theory]
    [InlineData("removed-video-2026-09-tjrobertson52.html", "video_removed", 20)]
    [InlineData("shell-desktop-2025-09-explore.html", "page_changed", 33)]
    [InlineData("waf-challenge-2026-03.html", "blocked_by_tiktok", 31)]
    public async Task A_page_without_post_says_why(string page, string failure, int exitCode)
    {
        var result = await RunAsync(page, exitCode);

        Text(result.Json[0], "kind").ShouldBe("none");
        Text(result.Json[0].GetProperty("status"), "failure").ShouldBe(failure);
    }

    private static async Task<JsonElement> ParseAsync(string page) => (await RunAsync(page, 0)).Json[0];

    private static async Task<CliResult> RunAsync(string page, int exitCode)
    {
        Assert.SkipWhen(Captures.Folder is null, "The captured pages are not beside the repository.");
        var result = await CliRun.RunAsync("parse", "-j", Path.Combine(Captures.Folder!, page));
        return result.ShouldEndWith(exitCode);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static IEnumerable<string?> Names(JsonElement post, string list, string name) =>
        post.GetProperty(list).EnumerateArray().Select(item => Text(item, name));

    private static long[] Counts(JsonElement post) =>
        [
            .. new[] { "plays", "likes", "comments", "shares", "saves" }.Select(name =>
                post.GetProperty("counts").GetProperty(name).GetInt64()
            ),
        ];

    /// <summary>TikTok's own renditions, in the order of their names.</summary>
    private static IEnumerable<string> Formats(JsonElement post) =>
        post.GetProperty("formats")
            .EnumerateArray()
            .Where(format => Text(format, "format_id") is not ("play" or "download"))
            .Select(format =>
                $"{Text(format, "format_id")} {format.GetProperty("width")}x{format.GetProperty("height")} {format.GetProperty("size_bytes")}"
            )
            .Order(StringComparer.Ordinal);
}
