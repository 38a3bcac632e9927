using System.Security.Cryptography;
using Clipyard.Downloads;
using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Videos;

namespace Clipyard.Tests.Downloads;

public sealed class VideoDownloads
{
    [Fact]
    public async Task A_video_is_kept_whole_under_its_id()
    {
        await using var host = await LibraryHost.StartAsync();

        var result = await host.DownloadAsync(DemoWorld.PlainVideo);

        var file = result.Files.ShouldHaveSingleItem();
        file.Path.ShouldBe(Path.Combine(host.Folder, DemoWorld.PlainVideo + ".mp4"));
        file.SizeBytes.ShouldBe(new FileInfo(file.Path).Length);
        file.Sha256.ShouldBe(Sha256(file.Path));
        result.Rendition!.Codec.ShouldBe(VideoCodec.H264);
        result.Rendition.SizeBytes.ShouldBe(file.SizeBytes);
        result.Fallback.ShouldBeNull();
        result.Probe!.Video!.Codec.ShouldBe("h264");
        host.Files().ShouldBe([DemoWorld.PlainVideo + ".mp4"]);
    }

    [Fact]
    public async Task The_page_s_cookie_and_address_go_with_the_media_request()
    {
        await using var host = await LibraryHost.StartAsync();

        await host.DownloadAsync(DemoWorld.PlainVideo);

        var request = host.Sandbox.Journal.Of(SandboxEndpoint.Media)[0];
        request.Header("Cookie")!.ShouldContain("tt_chain_token=");
        request.Header("Referer")!.ShouldStartWith("https://www.tiktok.com/@sunny.garden/video/");
    }

    [Fact]
    public async Task What_the_media_host_said_of_the_file_is_told()
    {
        await using var host = await LibraryHost.StartAsync();

        var video = await host.DownloadAsync(DemoWorld.PlainVideo);
        var sound = await host.DownloadAsync(
            DemoWorld.PlainVideo,
            new DownloadOptions { Quality = QualityChoice.Audio }
        );

        var headers = video.Files[0].ResponseHeaders;
        headers["host"].ShouldBe(host.Sandbox.Journal.Of(SandboxEndpoint.Media)[0].Host);
        headers["content-type"].ShouldBe("video/mp4");
        headers["content-length"].ShouldBe($"{video.Files[0].SizeBytes}");
        headers.Keys.ShouldContain("etag");
        headers.Keys.ShouldNotContain("set-cookie");
        sound.Files[0].ResponseHeaders["content-type"].ShouldBe("video/mp4"); // it was taken out of the video
    }

    [Fact]
    public async Task A_dead_mirror_is_passed_over()
    {
        await using var host = await LibraryHost.StartAsync();

        var result = await host.DownloadAsync(DemoWorld.DeadMirror);

        result.Fallback.ShouldBeNull();
        host.Sandbox.Journal.Of(SandboxEndpoint.Media).Select(entry => entry.Host).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task An_address_that_lapsed_is_renewed_from_a_fresh_page()
    {
        await using var host = await LibraryHost.StartAsync();
        var video = await host.Client.Videos.GetAsync(
            LibraryHost.Video(DemoWorld.PlainVideo),
            TestContext.Current.CancellationToken
        );
        host.Sandbox.Clock.Advance(TimeSpan.FromDays(3));

        // The third address of each rendition does not lapse: without it only a fresh page helps.
        host.Fault(FaultKind.Status, status: 404, match: "/aweme/v1/play", times: null);

        var result = await host.Client.Downloads.DownloadAsync(
            video,
            host.Sink,
            cancellationToken: TestContext.Current.CancellationToken
        );

        result.Fallback.ShouldBeNull();
        host.Sandbox.Journal.Of(SandboxEndpoint.Page).Count.ShouldBe(2);
    }

    [Fact]
    public async Task When_fresh_addresses_do_not_open_either_the_failure_is_named()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.Status, SandboxEndpoint.Media, status: 403, times: null);

        var error = await Should.ThrowAsync<ClipyardException>(host.DownloadAsync(DemoWorld.PlainVideo));

        error.Code.ShouldBe("media_expired");
        host.Files().ShouldBeEmpty();

        // Read for the post, and once more for fresh addresses: not once for every rendition.
        host.Sandbox.Journal.Of(SandboxEndpoint.Page).Count.ShouldBe(2);
    }

    [Fact]
    public async Task When_the_chosen_rendition_fails_the_next_best_is_taken_and_both_are_named()
    {
        await using var host = await LibraryHost.StartAsync();
        var video = await host.Client.Videos.GetAsync(
            LibraryHost.Video(DemoWorld.PlainVideo),
            TestContext.Current.CancellationToken
        );
        var best = video.Renditions.First(rendition => rendition is { Codec: VideoCodec.H264, HasWatermark: false });
        foreach (var url in best.Urls)
        {
            host.Fault(FaultKind.HtmlInstead, match: new Uri(url).AbsolutePath, times: null);
        }

        var result = await host.DownloadAsync(DemoWorld.PlainVideo);

        result.Fallback!.Wanted!.FormatId.ShouldBe(best.FormatId);
        result.Fallback.Taken.FormatId.ShouldBe(result.Rendition!.FormatId);
        result.Fallback.Reason.Code.ShouldBe("media_corrupt");
        result.Rendition.FormatId.ShouldNotBe(best.FormatId);
    }

    [Fact]
    public async Task A_wish_that_nothing_fits_gets_the_smallest_and_says_so()
    {
        await using var host = await LibraryHost.StartAsync();

        var result = await host.DownloadAsync(
            DemoWorld.PlainVideo,
            new DownloadOptions { Quality = QualityChoice.Mobile }
        );

        result.Fallback!.Wanted.ShouldBeNull();
        result.Fallback.Reason.Code.ShouldBe("quality_unavailable");
    }

    [Fact]
    public async Task Best_takes_1080p_although_its_bitrate_is_lower()
    {
        await using var host = await LibraryHost.StartAsync();

        var result = await host.DownloadAsync(
            DemoWorld.LowBitrate1080,
            new DownloadOptions { Quality = QualityChoice.Best }
        );

        result.Rendition!.FormatId.ShouldContain("1080p");
        result.Probe!.Video!.Codec.ShouldBe("h265");
    }

    [Theory]
    [InlineData(DemoWorld.VideoOnlyHevc)]
    [InlineData(DemoWorld.Bytevc2)]
    public async Task What_has_no_sound_or_plays_nowhere_is_never_taken(string id)
    {
        await using var host = await LibraryHost.StartAsync();

        var result = await host.DownloadAsync(id, new DownloadOptions { Quality = QualityChoice.Best });

        result.Rendition!.HasAudio.ShouldBeTrue();
        result.Rendition.Codec.ShouldNotBe(VideoCodec.ByteVc2);
    }

    [Fact]
    public async Task Sound_only_is_the_video_s_own_track_without_re_encoding()
    {
        await using var host = await LibraryHost.StartAsync();

        var result = await host.DownloadAsync(
            DemoWorld.PlainVideo,
            new DownloadOptions { Quality = QualityChoice.Audio }
        );

        var file = result.Files.ShouldHaveSingleItem();
        file.Path.ShouldEndWith(".m4a");
        file.Sha256.ShouldBe(Sha256(file.Path));
        host.Files().ShouldBe([DemoWorld.PlainVideo + ".m4a"]);
    }

    [Fact]
    public async Task Progress_counts_up_to_the_whole_length()
    {
        await using var host = await LibraryHost.StartAsync();
        var reports = new RecordedProgress();

        var result = await host.DownloadAsync(DemoWorld.PlainVideo, progress: reports);

        reports.All.Select(report => report.Bytes).ShouldBeInOrder();
        reports.All[^1].Bytes.ShouldBe(result.SizeBytes);
        reports.All[^1].TotalBytes.ShouldBe(result.SizeBytes);
    }

    [Fact]
    public async Task Many_downloads_end_each_in_its_own_outcome()
    {
        await using var host = await LibraryHost.StartAsync();
        string[] ids = [DemoWorld.PlainVideo, DemoWorld.Removed, DemoWorld.RichCaption];

        var outcomes = new List<Outcome<DownloadResult>>();
        await foreach (
            var outcome in host.Client.Downloads.DownloadManyAsync(
                ids.Select(LibraryHost.Video),
                host.Sink,
                cancellationToken: TestContext.Current.CancellationToken
            )
        )
        {
            outcomes.Add(outcome);
        }

        outcomes.Count(outcome => outcome.IsSuccess).ShouldBe(2);
        outcomes.Single(outcome => !outcome.IsSuccess).Error!.Code.ShouldBe("video_removed");
        host.Files().Length.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_post_five_times_in_a_batch_is_fetched_once()
    {
        await using var host = await LibraryHost.StartAsync();

        var outcomes = new List<Outcome<DownloadResult>>();
        await foreach (
            var outcome in host.Client.Downloads.DownloadManyAsync(
                Enumerable.Repeat(LibraryHost.Video(DemoWorld.PlainVideo), 5),
                host.Sink,
                cancellationToken: TestContext.Current.CancellationToken
            )
        )
        {
            outcomes.Add(outcome);
        }

        outcomes.ShouldAllBe(outcome => outcome.IsSuccess);
        outcomes.Count(outcome => outcome.Value!.Files[0].AlreadyThere).ShouldBe(4);
        host.Sandbox.Journal.Of(SandboxEndpoint.Media).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_asks_us_to_wait_long_is_not_hammered()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.Status, SandboxEndpoint.Media, status: 429, times: null, retryAfterSeconds: 600);

        var error = await Should.ThrowAsync<ConnectionException>(host.DownloadAsync(DemoWorld.PlainVideo));

        error.Code.ShouldBe("rate_limited");
        error.RetryAfter.ShouldBe(TimeSpan.FromMinutes(10));
        host.Sandbox.Journal.Of(SandboxEndpoint.Media).Count.ShouldBe(1);
    }

    internal static string Sha256(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
