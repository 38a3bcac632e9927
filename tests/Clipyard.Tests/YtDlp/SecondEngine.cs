using Clipyard.Downloads;
using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Videos;

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
