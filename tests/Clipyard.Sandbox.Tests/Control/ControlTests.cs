using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Clipyard.Sandbox.Worlds;
using Clipyard.Testing;

namespace Clipyard.Sandbox.Tests.Control;

public sealed class ControlTests
{
    [Fact]
    public async Task A_post_is_added_changed_and_removed()
    {
        await using var session = await SandboxSession.StartAsync(Token);

        var added = await SendAsync(
            session,
            HttpMethod.Post,
            "posts",
            """{"creator":"sunny.garden","caption":"new #one","size_bytes":2000000}"""
        );
        var id = added["id"]!.GetValue<string>();
        var page = await WatchedPage.OpenAsync(session, id);
        await SendAsync(session, HttpMethod.Patch, $"posts/{id}", """{"status_code":10204,"status_message":"gone"}""");
        var changed = await session.GetTextAsync($"https://www.tiktok.com/@i/video/{id}");
        using var removed = await session.Client.DeleteAsync(Address(session, $"posts/{id}"), Token);

        page.Item["desc"]!.GetValue<string>().ShouldBe("new #one");
        page.Item["video"]!["size"]!.GetValue<string>().ShouldBe("2000000");
        PageReader.Scope(changed, "webapp.video-detail")!["statusMsg"]!.GetValue<string>().ShouldBe("gone");
        removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        session.Sandbox.World.FindPost(id).ShouldBeNull();
    }

    [Fact]
    public async Task A_fault_strikes_its_post_as_often_as_asked()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        await SendAsync(
            session,
            HttpMethod.Post,
            "faults",
            $$"""{"kind":"status","endpoint":"page","post":"{{DemoWorld.PlainVideo}}","status":503,"retry_after_seconds":7,"times":2}"""
        );

        var statuses = new List<HttpStatusCode>();
        foreach (
            var id in (string[])
                [DemoWorld.PlainVideo, DemoWorld.RichCaption, DemoWorld.PlainVideo, DemoWorld.PlainVideo]
        )
        {
            using var response = await session.GetAsync($"https://www.tiktok.com/@i/video/{id}");
            statuses.Add(response.StatusCode);
        }

        statuses.ShouldBe([
            HttpStatusCode.ServiceUnavailable,
            HttpStatusCode.OK,
            HttpStatusCode.ServiceUnavailable,
            HttpStatusCode.OK,
        ]);
        session.Sandbox.Faults.Active.ShouldBeEmpty();
    }

    [Fact]
    public async Task Beyond_the_limit_comes_429_until_a_minute_has_passed()
    {
        await using var session = await SandboxSession.StartAsync(
            Token,
            new SandboxOptions { TimeProvider = new ManualClock() }
        );
        await SendAsync(session, HttpMethod.Put, "limits", """{"profile":2}""");

        using var first = await session.GetAsync("https://www.tiktok.com/@sunny.garden");
        using var second = await session.GetAsync("https://www.tiktok.com/@sunny.garden");
        session.Sandbox.Clock.Advance(TimeSpan.FromSeconds(20));
        using var third = await session.GetAsync("https://www.tiktok.com/@sunny.garden");
        session.Sandbox.Clock.Advance(TimeSpan.FromSeconds(40));
        using var later = await session.GetAsync("https://www.tiktok.com/@sunny.garden");

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(40));
        later.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_journal_holds_what_was_asked()
    {
        await using var session = await SandboxSession.StartAsync(Token);
        var page = await WatchedPage.OpenAsync(session, DemoWorld.PlainVideo);
        var bytes = await page.DownloadAsync(page.FirstVideo);

        var entries = (await JsonAsync(session, $"journal?post={DemoWorld.PlainVideo}")).AsArray();

        entries.Count.ShouldBe(2);
        entries[1]!["endpoint"]!.GetValue<string>().ShouldBe("media");
        entries[1]!["host"]!.GetValue<string>().ShouldBe("v16-webapp-prime.tiktok.com");
        entries[1]!["headers"]!["Cookie"]!.GetValue<string>().ShouldBe(page.Cookie);
        entries[1]!["bytes_sent"]!.GetValue<long>().ShouldBe(bytes.Length);
    }

    [Fact]
    public async Task The_clock_moves_and_a_reset_takes_everything_back()
    {
        await using var session = await SandboxSession.StartAsync(
            Token,
            new SandboxOptions { TimeProvider = new ManualClock() }
        );
        var start = session.Sandbox.Clock.Now;
        var posts = session.Sandbox.World.Posts.Count;

        await SendAsync(session, HttpMethod.Post, "clock", """{"advance_ms":90000}""");
        session.Sandbox.AddVideo(DemoWorld.SunnyGarden);
        session.Sandbox.Clock.Now.ShouldBe(start + TimeSpan.FromSeconds(90));
        using var reset = await session.Client.PostAsync(Address(session, "reset"), content: null, Token);

        reset.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        session.Sandbox.Clock.Now.ShouldBe(start);
        session.Sandbox.World.Posts.Count.ShouldBe(posts);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task A_foreign_origin_is_refused(string name, string value)
    {
        await using var session = await SandboxSession.StartAsync(Token);

        using var response = await session.GetAsync(Address(session, "state").AbsoluteUri, (name, value));

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("http://evil.example/_sandbox/state", HttpStatusCode.MisdirectedRequest)]
    [InlineData("http://www.tiktok.com/_sandbox/state", HttpStatusCode.NotFound)]
    public async Task Another_host_name_does_not_reach_it(string address, HttpStatusCode status)
    {
        await using var session = await SandboxSession.StartAsync(Token);

        using var response = await session.GetAsync(address);

        response.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_mistake_is_named()
    {
        await using var session = await SandboxSession.StartAsync(Token);

        using var content = new StringContent("""{"kind":"explode"}""");
        using var response = await session.Client.PostAsync(Address(session, "faults"), content, Token);
        using var typo = new StringContent("""{"kind":"cut","byte":3}""");
        using var second = await session.Client.PostAsync(Address(session, "faults"), typo, Token);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        second.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await second.Content.ReadAsStringAsync(Token)).ShouldContain("byte");
    }

    [Fact]
    public async Task The_overview_names_the_accounts()
    {
        await using var session = await SandboxSession.StartAsync(Token);

        var html = await session.GetTextAsync(Address(session, "").AbsoluteUri);

        html.ShouldContain("@sunny.garden");
        html.ShouldContain($"{session.Sandbox.Address}_sandbox/faults");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Uri Address(SandboxSession session, string path) =>
        new(session.Sandbox.Address, "/_sandbox/" + path);

    private static async Task<JsonNode> JsonAsync(SandboxSession session, string path) =>
        (await session.Client.GetFromJsonAsync<JsonNode>(Address(session, path), Token))!;

    private static async Task<JsonNode> SendAsync(SandboxSession session, HttpMethod method, string path, string body)
    {
        using var request = new HttpRequestMessage(method, Address(session, path))
        {
            Content = new StringContent(body),
        };
        using var response = await session.Client.SendAsync(request, Token);
        var answer = await response.Content.ReadAsStringAsync(Token);
        response.IsSuccessStatusCode.ShouldBeTrue(answer);
        return JsonNode.Parse(answer)!;
    }
}
