using System.Net;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Testing;

namespace Clipyard.Sandbox.Tests.Control;

public sealed class FaultTests
{
    private const string Watch = "https://www.tiktok.com/@sunny.garden/video/" + DemoWorld.PlainVideo;

    [Theory]
    [InlineData(FaultKind.Captcha, HttpStatusCode.OK, "Security Check")]
    [InlineData(FaultKind.HtmlInstead, HttpStatusCode.OK, "Something went wrong")]
    [InlineData(FaultKind.Empty, HttpStatusCode.OK, "")]
    [InlineData(FaultKind.Status, HttpStatusCode.ServiceUnavailable, "overload-protect triggered")]
    [InlineData(FaultKind.LoginWall, HttpStatusCode.Redirect, "https://www.tiktok.com/login?redirect_url=")]
    [InlineData(FaultKind.RegionNotServed, HttpStatusCode.Redirect, "https://www.tiktok.com/hk/about")]
    public async Task A_page_that_is_not_the_page(FaultKind kind, HttpStatusCode status, string contained)
    {
        await using var session = await StartAsync(new SandboxFault { Kind = kind });

        using var struck = await session.GetAsync(Watch);
        var body = await struck.Content.ReadAsStringAsync(Token);
        var next = await session.GetTextAsync(Watch);

        struck.StatusCode.ShouldBe(status);
        body.ShouldContain(contained);
        body.ShouldNotContain("__UNIVERSAL_DATA");
        PageReader.Item(next)["id"]!.GetValue<string>().ShouldBe(DemoWorld.PlainVideo);
    }

    [Fact]
    public async Task The_captcha_of_a_list_is_JSON()
    {
        await using var session = await StartAsync(new SandboxFault { Kind = FaultKind.Captcha });

        var answer = await session.GetTextAsync("https://www.tiktok.com/api/creator/item_list/?secUid=x");

        answer.ShouldStartWith("""{"code":10000""");
    }

    [Fact]
    public async Task The_page_of_another_post()
    {
        await using var session = await StartAsync(
            new SandboxFault { Kind = FaultKind.OtherPost, Text = DemoWorld.Muted }
        );

        var item = PageReader.Item(await session.GetTextAsync(Watch));

        item["id"]!.GetValue<string>().ShouldBe(DemoWorld.Muted);
    }

    [Fact]
    public async Task A_page_cut_short_ends_where_asked_and_says_so_in_its_length()
    {
        await using var session = await StartAsync(new SandboxFault { Kind = FaultKind.Truncated, Bytes = 5000 });

        using var response = await session.GetAsync(Watch);
        var body = await response.Content.ReadAsByteArrayAsync(Token);

        body.Length.ShouldBe(5000);
        response.Content.Headers.ContentLength.ShouldBe(5000);
    }

    [Fact]
    public async Task A_status_in_the_page_takes_the_place_of_the_item()
    {
        await using var session = await StartAsync(
            new SandboxFault
            {
                Kind = FaultKind.PageStatus,
                Status = 10231,
                Text = "geo",
            }
        );

        var detail = PageReader.Scope(await session.GetTextAsync(Watch), "webapp.video-detail")!;

        detail["statusCode"]!.GetValue<int>().ShouldBe(10231);
        detail["statusMsg"]!.GetValue<string>().ShouldBe("geo");
        detail.ContainsKey("itemInfo").ShouldBeFalse();
    }

    [Fact]
    public async Task Another_form_of_the_same_page()
    {
        await using var session = await StartAsync(
            new SandboxFault { Kind = FaultKind.Shape, Shape = PageShape.ReflowNested }
        );

        var html = await session.GetTextAsync(Watch);

        PageReader.Scope(html, "webapp.reflow.video.detail")!["videoDetail"]!["itemInfo"]!["itemStruct"]!["id"]!
            .GetValue<string>()
            .ShouldBe(DemoWorld.PlainVideo);
    }

    [Fact]
    public async Task Another_content_type()
    {
        await using var session = await StartAsync(
            new SandboxFault { Kind = FaultKind.ContentType, Text = "application/octet-stream" }
        );

        using var response = await session.GetAsync(Watch);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
    }

    [Fact]
    public async Task Ranges_that_are_ignored()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);
        session.Sandbox.Faults.Add(new SandboxFault { Kind = FaultKind.NoRanges, Host = "v16-" });

        using var response = await session.GetAsync(page.FirstVideo, ("Cookie", page.Cookie), ("Range", "bytes=10-"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.AcceptRanges.ShouldBe(["none"]);
    }

    [Fact]
    public async Task A_fault_that_skips_strikes_later()
    {
        await using var session = await StartAsync(new SandboxFault { Kind = FaultKind.Empty, Skip = 1 });

        var first = await session.GetTextAsync(Watch);
        var second = await session.GetTextAsync(Watch);

        first.ShouldNotBeEmpty();
        second.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_taken_port_is_an_IOException()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var port = session.Sandbox.Address.Port;

        await Should.ThrowAsync<IOException>(() => SandboxServer.StartAsync(new SandboxOptions { Port = port }, Token));
        await Should.ThrowAsync<IOException>(() =>
            SandboxServer.StartAsync(new SandboxOptions { Intercept = true, InterceptPort = port }, Token)
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<SandboxSession> StartAsync(SandboxFault fault)
    {
        var session = await SandboxSession.StartAsync(Token);
        session.Sandbox.Faults.Add(fault);
        return session;
    }
}
