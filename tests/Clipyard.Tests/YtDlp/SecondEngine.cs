using Clipyard.Downloads;
using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Videos;
using Clipyard.YtDlp;

namespace Clipyard.Tests.YtDlp;

/// <summary>yt-dlp as a second engine, with a program of our own in its place.</summary>
public sealed class SecondEngine
{
    private const string Answer = """
        {"id":"7676039855859302657","title":"Sun","description":"Sun and #rain with @a.friend","timestamp":1787200000,
         "duration":5,"uploader":"sunny.garden","uploader_id":"42","channel":"Sunny","channel_id":"MS4wLjABAAAAx",
         "view_count":10,"like_count":2,"comment_count":null,"repost_count":1,"track":"a song","artist":"a singer",
         "thumbnails":[{"url":"https://p16-sign.tiktokcdn-us.com/cover.jpeg"}],
         "formats":[
           {"format_id":"audio","vcodec":"none","acodec":"mp3","url":"https://v16m.tiktokcdn-us.com/a","ext":"mp3"},
           {"format_id":"h264_540p_1-0","vcodec":"h264","acodec":"aac","width":576,"height":1024,"tbr":700,
            "filesize":1234,"ext":"mp4","url":"https://v16-webapp-prime.tiktok.com/v",
            "cookies":"tt_chain_token=\"abc==\"; Domain=.tiktok.com; Path=/; Secure"},
           {"format_id":"bytevc1_1080p_2-0","vcodec":"h265","acodec":"none","width":1080,"height":1920,"ext":"mp4",
            "url":"https://v16-webapp-prime.tiktok.com/w"}]}
        """;

    [Fact]
    public async Task It_reads_a_post()
    {
        SkipWithoutShell();
        using var program = new YtDlpProgram(Answer);
        using var client = Client(program);

        var video = await GetAsync(client);

        video.Caption.ShouldBe("Sun and #rain with @a.friend");
        video.Author!.Username.ShouldBe("sunny.garden");
        video.Hashtags.ShouldBe([new Hashtag("rain", 8, 13)]);
        video.Mentions.ShouldBe([new Mention("a.friend", 19, 28)]);
        (video.Counts.Plays, video.Counts.Comments, video.Counts.Exact).ShouldBe((10, null, false));
        video.Renditions.Select(rendition => rendition.FormatId).ShouldBe(["h264_540p_1-0", "bytevc1_1080p_2-0"]);
        video.Renditions[1].HasAudio.ShouldBeFalse();
        program.Arguments.ShouldContain("--dump-single-json");
        program.Arguments[^1].ShouldBe($"https://www.tiktok.com/@i/video/{DemoWorld.PlainVideo}");
    }

    [Fact]
    public async Task Its_cookies_open_the_media()
    {
        SkipWithoutShell();
        await using var host = await LibraryHost.StartAsync();
        var page = await host.Client.Videos.GetAsync(
            LibraryHost.Video(DemoWorld.PlainVideo),
            TestContext.Current.CancellationToken
        );
        using var program = new YtDlpProgram(Answer);
        using var client = host.Restart(options =>
            options with
            {
                Engine = ExtractionEngine.YtDlp,
                YtDlpPath = program.Path,
                Retries = 0,
            }
        );

        await Should.ThrowAsync<ClipyardException>(
            client.Downloads.DownloadAsync(
                LibraryHost.Video(page.Id.Value),
                host.Sink,
                cancellationToken: TestContext.Current.CancellationToken
            )
        );

        host.Sandbox.Journal.Entries.ShouldContain(entry =>
            entry.Path == "/v" && entry.Header("Cookie") == "tt_chain_token=\"abc==\""
        );
    }

    [Theory]
    [InlineData("\"timestamp\":1e300,\"duration\":1e300,\"view_count\":-1e300")]
    [InlineData("\"timestamp\":-1e300,\"duration\":-5,\"view_count\":1e300")]
    [InlineData("\"formats\":[{\"format_id\":\"a\",\"url\":\"https://v.tiktok.com/v\",\"width\":1e300,\"tbr\":-1}]")]
    public async Task Numbers_that_cannot_be_right_are_none(string members)
    {
        SkipWithoutShell();
        using var program = new YtDlpProgram($"{{\"id\":\"{DemoWorld.PlainVideo}\",{members}}}");
        using var client = Client(program);

        var video = await GetAsync(client);

        (video.CreatedAt, video.Duration, video.Counts.Plays).ShouldBe((null, null, null));
        video.Renditions.ShouldAllBe(rendition => rendition.WidthPixels == null && rendition.BitsPerSecond == null);
    }

    [Fact]
    public void A_quoted_cookie_may_hold_semicolons_and_a_bad_one_spoils_no_other()
    {
        var cookies = YtDlpCookies.Read([
            "a=\"x;y\"; Domain=.tiktok.com; Path=/; Secure; $bad=1; Domain=.tiktok.com; b=2; Domain=.tiktok.com; Expires=9",
            "c=3; Domain=not a domain; d=4",
        ]);

        cookies.Select(cookie => $"{cookie.Name}={cookie.Value}").ShouldBe(["a=\"x;y\"", "b=2"], ignoreOrder: true);
        cookies["a"]!.Secure.ShouldBeTrue();
    }

    [Fact]
    public async Task It_gets_a_copy_of_the_cookies_and_the_proxy_of_the_visit()
    {
        SkipWithoutShell();
        using var program = new YtDlpProgram(Answer);
        var file = Path.GetTempFileName();
        using var client = new ClipyardClient(
            new ClipyardOptions
            {
                Engine = ExtractionEngine.YtDlp,
                YtDlpPath = program.Path,
                CookiesFile = file,
                UseCache = false,
                Proxies = [new Uri("http://one.test:8080"), new Uri("http://two.test:8080")],
            }
        );

        string[] copies =
        [
            await CopyOfNextRunAsync("http://one.test:8080"),
            await CopyOfNextRunAsync("http://two.test:8080"),
        ];

        copies.ShouldNotContain(file);
        copies.ShouldAllBe(copy => !File.Exists(copy));
        File.Exists(file).ShouldBeTrue();
        File.Delete(file);

        async Task<string> CopyOfNextRunAsync(string proxy)
        {
            var video = await GetAsync(client);
            video.Session!.Proxy!.OriginalString.ShouldBe(proxy);
            program.Arguments[Array.IndexOf(program.Arguments, "--proxy") + 1].ShouldBe(proxy);
            return program.Arguments[Array.IndexOf(program.Arguments, "--cookies") + 1];
        }
    }

    [Fact]
    public async Task Auto_asks_it_only_where_we_find_nothing()
    {
        SkipWithoutShell();
        using var program = new YtDlpProgram(Answer);
        await using var host = await LibraryHost.StartAsync(options =>
            options with
            {
                Engine = ExtractionEngine.Auto,
                YtDlpPath = program.Path,
            }
        );

        await host.Client.Videos.GetAsync(
            LibraryHost.Video(DemoWorld.RichCaption),
            TestContext.Current.CancellationToken
        );
        program.WasCalled.ShouldBeFalse();

        host.Fault(FaultKind.Captcha, SandboxEndpoint.Page, times: null);
        (await GetAsync(host.Client)).Id.Value.ShouldBe(DemoWorld.PlainVideo);
        program.WasCalled.ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_gone_is_gone_for_both()
    {
        SkipWithoutShell();
        using var program = new YtDlpProgram(Answer);
        await using var host = await LibraryHost.StartAsync(options =>
            options with
            {
                Engine = ExtractionEngine.Auto,
                YtDlpPath = program.Path,
            }
        );

        await Should.ThrowAsync<ContentUnavailableException>(
            host.Client.Videos.GetAsync(LibraryHost.Video(DemoWorld.Removed), TestContext.Current.CancellationToken)
        );

        program.WasCalled.ShouldBeFalse();
    }

    [Theory]
    [InlineData("ERROR: [TikTok] 1: TikTok is requiring login for access to this content", "login_required")]
    [InlineData("ERROR: [TikTok] 1: Your IP address is blocked from accessing this post", "video_removed")]
    [InlineData("ERROR: [TikTok] 1: Video not available, status code 10204", "video_removed")]
    [InlineData("ERROR: [TikTok] 1: Unable to extract universal data for rehydration", "page_changed")]
    [InlineData("ERROR: [TikTok] 1: Unable to download webpage: timed out", "network_error")]
    public async Task Its_words_become_failures(string words, string code)
    {
        SkipWithoutShell();
        using var program = new YtDlpProgram(error: words);
        using var client = Client(program);

        var error = await Should.ThrowAsync<ClipyardException>(GetAsync(client));

        error.Code.ShouldBe(code);
        error.Detail!.ShouldContain(words);
    }

    [Theory]
    [InlineData("", "page_changed")]
    [InlineData("no json", "page_changed")]
    [InlineData("{\"id\":\"7\"}", "wrong_video")]
    [InlineData("{}", "wrong_video")]
    public async Task What_makes_no_sense_is_refused(string output, string code)
    {
        SkipWithoutShell();
        using var program = new YtDlpProgram(output);
        using var client = Client(program);

        (await Should.ThrowAsync<ClipyardException>(GetAsync(client))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named()
    {
        using var client = new ClipyardClient(
            new ClipyardOptions { Engine = ExtractionEngine.YtDlp, YtDlpPath = "/nowhere/yt-dlp" }
        );

        var error = await Should.ThrowAsync<ClipyardException>(GetAsync(client));

        error.Code.ShouldBe("invalid_parameter");
        error.Message.ShouldContain("/nowhere/yt-dlp");
    }

    [Fact]
    public async Task A_program_that_hangs_is_ended()
    {
        SkipWithoutShell();
        var clock = new ManualClock();
        using var program = new YtDlpProgram(hangs: true);
        using var client = Client(program, clock);

        var error = await Should.ThrowAsync<ConnectionException>(
            clock.RunAsync(GetAsync(client), within: TimeSpan.FromHours(1))
        );

        error.Code.ShouldBe("network_error");
    }

    private static void SkipWithoutShell() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program in yt-dlp's place is a shell script.");

    private static ClipyardClient Client(YtDlpProgram program, TimeProvider? time = null) =>
        new(new ClipyardOptions { Engine = ExtractionEngine.YtDlp, YtDlpPath = program.Path }, timeProvider: time);

    private static Task<VideoInfo> GetAsync(ClipyardClient client) =>
        client.Videos.GetAsync(LibraryHost.Video(DemoWorld.PlainVideo), TestContext.Current.CancellationToken);
}
