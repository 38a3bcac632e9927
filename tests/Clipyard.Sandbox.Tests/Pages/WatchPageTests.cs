using System.Net;
using System.Text;
using System.Text.Json;
using Clipyard.Sandbox.Worlds;
using Clipyard.Testing;

namespace Clipyard.Sandbox.Tests.Pages;

public sealed class WatchPageTests
{
    private const string Phone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1";

    [Fact]
    public async Task A_desktop_gets_the_post_in_the_universal_data()
    {
        await using var session = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);

        var html = await session.GetTextAsync(Watch(DemoWorld.PlainVideo));

        var item = PageReader.Item(html);
        item["id"]!.GetValue<string>().ShouldBe(DemoWorld.PlainVideo);
        item["author"]!["uniqueId"]!.GetValue<string>().ShouldBe(DemoWorld.SunnyGarden);
        item["video"]!["bitrateInfo"]!.AsArray().Count.ShouldBe(4);
        Encoding.UTF8.GetByteCount(html).ShouldBeInRange(260_000, 590_000);
    }

    [Fact]
    public async Task Types_are_those_of_real_pages()
    {
        await using var session = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);

        var item = PageReader.Item(await session.GetTextAsync(Watch(DemoWorld.WithSubtitles)));

        var first = item["video"]!["bitrateInfo"]![0]!;
        item["createTime"]!.GetValueKind().ShouldBe(JsonValueKind.String);
        item["stats"]!["collectCount"]!.GetValueKind().ShouldBe(JsonValueKind.String);
        item["stats"]!["playCount"]!.GetValueKind().ShouldBe(JsonValueKind.Number);
        item["statsV2"]!["playCount"]!.GetValueKind().ShouldBe(JsonValueKind.String);
        item["video"]!["size"]!.GetValueKind().ShouldBe(JsonValueKind.String);
        item["video"]!["subtitleInfos"]![0]!["UrlExpire"]!.GetValueKind().ShouldBe(JsonValueKind.String);
        first["PlayAddr"]!["DataSize"]!.GetValueKind().ShouldBe(JsonValueKind.String);
        first["Bitrate"]!.GetValueKind().ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public async Task Slashes_and_angle_brackets_are_escaped_inside_the_data()
    {
        await using var session = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);

        var html = await session.GetTextAsync(Watch(DemoWorld.PlainVideo));

        html.ShouldContain(@"https:\u002F\u002Fv16-webapp-prime.tiktok.com\u002Fvideo\u002Ftos");
        html.ShouldContain(@"\u0026signature=");
        html.ShouldNotContain("https://v16-webapp-prime");
    }

    [Fact]
    public async Task Offsets_of_hashtags_and_mentions_count_UTF16_units()
    {
        await using var session = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);

        var item = PageReader.Item(await session.GetTextAsync(Watch(DemoWorld.RichCaption)));

        var caption = item["desc"]!.GetValue<string>();
        var marked = item["textExtra"]!
            .AsArray()
            .Select(entry => caption[entry!["start"]!.GetValue<int>()..entry["end"]!.GetValue<int>()]);
        marked.ShouldBe(["@paper.boats", "#sommer", "#été", "#中国高铁🚅", "@harbor_lights", "#QuickRecipes"]);
        caption.ShouldContain('\u2028');
        item["challenges"]!.AsArray()[^1]!["title"]!.GetValue<string>().ShouldBe("QuickRecipes");
        item["textExtra"]!.AsArray()[^1]!["hashtagName"]!.GetValue<string>().ShouldBe("quickrecipes");
    }

    [Fact]
    public async Task A_phone_gets_the_reflow_form()
    {
        await using var session = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);

        var html = await session.GetTextAsync(Watch(DemoWorld.PlainVideo), ("User-Agent", Phone));

        var detail = PageReader.Scope(html, "webapp.reflow.video.detail")!;
        PageReader.Scope(html, "webapp.video-detail").ShouldBeNull();
        detail["statusMessage"]!.GetValue<string>().ShouldBe("");
        var item = detail["itemInfo"]!["itemStruct"]!;
        item["id"]!.GetValue<string>().ShouldBe(DemoWorld.PlainVideo);
        item["video"]!["bitrateInfo"].ShouldBeNull();
        item["statsV2"].ShouldBeNull();
        item["author"]!["followerCount"]!.GetValue<long>().ShouldBe(783_400);
    }

    [Fact]
    public async Task Older_forms_carry_the_post_where_they_used_to()
    {
        await using var session = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);

        var api = await session.GetTextAsync(Watch(DemoWorld.OldMobile));
        var sigi = await session.GetTextAsync(Watch(DemoWorld.SigiState));
        var persisted = await session.GetTextAsync(Watch(DemoWorld.SigiPersisted));
        var next = await session.GetTextAsync(Watch(DemoWorld.NextData));
        var saved = await session.GetTextAsync(Watch(DemoWorld.BrowserSaved));

        Id(PageReader.Script(api, "api-data")!["videoDetail"]!["itemInfo"]!["itemStruct"]!)
            .ShouldBe(DemoWorld.OldMobile);
        PageReader.Scope(api, "webapp.video-detail").ShouldBeNull();
        var item = PageReader.Script(sigi, "SIGI_STATE")!["ItemModule"]![DemoWorld.SigiState]!;
        item["author"]!.GetValue<string>().ShouldBe(DemoWorld.OddCorner);
        item["authorSecId"]!.GetValue<string>().ShouldStartWith("MS4wLjABAAAA");
        Id(PageReader.Script(persisted, "sigi-persisted-data")!["ItemModule"]![DemoWorld.SigiPersisted]!)
            .ShouldBe(DemoWorld.SigiPersisted);
        Id(PageReader.Script(next, "__NEXT_DATA__")!["props"]!["pageProps"]!["itemInfo"]!["itemStruct"]!)
            .ShouldBe(DemoWorld.NextData);
        PageReader.Item(saved)["id"]!.GetValue<string>().ShouldBe(DemoWorld.BrowserSaved);
        saved.ShouldNotContain("<script id=\"__UNIVERSAL");
    }

    [Theory]
    [InlineData(DemoWorld.Removed, 10204, "item_privacy_authorization&status_deleted")]
    [InlineData(DemoWorld.NeverExisted, 10204, "item doesn't exist")]
    [InlineData(DemoWorld.PrivatePost, 10216, "")]
    [InlineData(DemoWorld.RegionLocked, 10231, "")]
    [InlineData(DemoWorld.CrossBorder, 10204, "cross_border_violation_ur")]
    [InlineData(DemoWorld.InReview, 10204, "author_status,status_reviewing")]
    [InlineData(DemoWorld.PrivateAccountPost, 10222, "")]
    [InlineData(DemoWorld.UnknownStatus, 100004, "")]
    public async Task A_post_that_cannot_be_shown_has_a_status_and_no_item(string id, int code, string message)
    {
        await using var session = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);

        using var response = await session.GetAsync(Watch(id));
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var detail = PageReader.Scope(html, "webapp.video-detail")!;
        detail["statusCode"]!.GetValue<int>().ShouldBe(code);
        detail["statusMsg"]!.GetValue<string>().ShouldBe(message);
        detail["itemInfo"].ShouldBeNull();
        PageReader.Scope(html, "seo.abtest")!["canonical"]!.GetValue<string>().ShouldContain(id);
    }

    [Fact]
    public async Task An_age_gated_post_is_marked_and_has_no_video()
    {
        await using var session = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);

        var item = PageReader.Item(await session.GetTextAsync(Watch(DemoWorld.AgeRestricted)));

        item["isContentClassified"]!.GetValue<bool>().ShouldBeTrue();
        item.ContainsKey("video").ShouldBeFalse();
    }

    [Fact]
    public async Task A_login_wall_leads_to_the_login_page()
    {
        await using var session = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);

        using var response = await session.GetAsync(Watch(DemoWorld.LoginWall));

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.AbsolutePath.ShouldBe("/login");
        using var login = await session.GetAsync(response.Headers.Location.AbsoluteUri);
        login.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_post_may_have_no_author_and_another_no_music()
    {
        await using var session = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);

        var orphan = PageReader.Item(await session.GetTextAsync(Watch(DemoWorld.WithoutAuthor)));
        var silent = PageReader.Item(await session.GetTextAsync(Watch(DemoWorld.EmptyMusic)));
        var muted = PageReader.Item(await session.GetTextAsync(Watch(DemoWorld.Muted)));

        orphan.ContainsKey("author").ShouldBeFalse();
        silent["music"]!.AsObject().Count.ShouldBe(0);
        muted["music"]!["playUrl"]!.GetValue<string>().ShouldBe("");
    }

    [Fact]
    public async Task A_photo_address_gives_a_desktop_no_detail_and_the_video_address_gives_the_photos()
    {
        await using var session = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);

        var photo = await session.GetTextAsync($"https://www.tiktok.com/@paper.boats/photo/{DemoWorld.Photos}");
        var item = PageReader.Item(await session.GetTextAsync(Watch(DemoWorld.Photos)));

        PageReader.Scope(photo, "webapp.video-detail").ShouldBeNull();
        PageReader.Scope(photo, "seo.abtest")!["canonical"]!
            .GetValue<string>()
            .ShouldBe($"https://www.tiktok.com/@paper.boats/photo/{DemoWorld.Photos}");
        item["imagePost"]!["images"]!.AsArray().Count.ShouldBe(4);
        item["video"]!["playAddr"]!.GetValue<string>().ShouldBe("");
        item["video"]!["duration"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task HEAD_answers_with_the_headers_of_GET()
    {
        await using var session = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);

        using var get = await session.GetAsync(Watch(DemoWorld.PlainVideo));
        using var head = await session.SendAsync(HttpMethod.Head, Watch(DemoWorld.PlainVideo));
        var body = await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentLength.ShouldBe(get.Content.Headers.ContentLength);
        head.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType);
        head.Headers.GetValues("Set-Cookie")
            .ShouldContain(cookie => cookie.StartsWith("tt_chain_token=\"", StringComparison.Ordinal));
        body.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://www.tiktok.com/@/video/")]
    [InlineData("https://www.tiktok.com/@i/video/")]
    [InlineData("https://tiktok.com/@someone.else/video/")]
    [InlineData("https://www.tiktok.com/share/video/")]
    [InlineData("https://www.tiktokv.com/share/video/")]
    [InlineData("https://www.tiktok.com/?item_id=")]
    public async Task Every_form_of_address_leads_to_the_post(string prefix)
    {
        await using var session = await SandboxSession.StartAsync(TestContext.Current.CancellationToken);

        var item = PageReader.Item(await session.GetTextAsync(prefix + DemoWorld.PlainVideo));

        Id(item).ShouldBe(DemoWorld.PlainVideo);
    }

    private static string Watch(string id) => $"https://www.tiktok.com/@i/video/{id}";

    private static string Id(System.Text.Json.Nodes.JsonNode item) => item["id"]!.GetValue<string>();
}
