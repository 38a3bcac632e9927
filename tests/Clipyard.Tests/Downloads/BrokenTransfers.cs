using Clipyard.Downloads;
using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Tests.Downloads;

public sealed class BrokenTransfers
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(40_000)]
    public async Task After_a_cut_the_download_goes_on_where_it_was(int bytes)
    {
        await using var host = await LibraryHost.StartAsync();
        var expected = (await host.DownloadAsync(DemoWorld.PlainVideo)).Files[0].Sha256;
        File.Delete(Path.Combine(host.Folder, DemoWorld.PlainVideo + ".mp4"));
        host.Sandbox.Journal.Clear();
        host.Fault(FaultKind.Cut, SandboxEndpoint.Media, bytes: bytes);

        var result = await host.DownloadAsync(DemoWorld.PlainVideo);

        result.Files[0].Sha256.ShouldBe(expected);
        var second = host.Sandbox.Journal.Of(SandboxEndpoint.Media)[1];
        second.Header("Range").ShouldBe($"bytes={Math.Max(0, bytes - 4096)}-");
        if (bytes > 4096)
        {
            second.Header("If-Range").ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task After_a_cut_at_any_of_many_places_the_file_is_the_same()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("CLIPYARD_TEST_ALL") == "1",
            "Long: ./test --all runs it."
        );
        await using var host = await LibraryHost.StartAsync();
        var whole = (await host.DownloadAsync(DemoWorld.PlainVideo)).Files[0];

        for (var bytes = 1; bytes < whole.SizeBytes; bytes += 499)
        {
            host.Fault(FaultKind.Cut, SandboxEndpoint.Media, bytes: bytes);
            var again = await host.DownloadAsync(
                DemoWorld.PlainVideo,
                new DownloadOptions { WhenExists = ExistingFile.Replace }
            );
            again.Files[0].Sha256.ShouldBe(whole.Sha256, $"Cut at {bytes}.");
        }
    }

    [Theory]
    [InlineData(FaultKind.Cut)]
    [InlineData(FaultKind.Reset)]
    [InlineData(FaultKind.LengthTooLong)]
    [InlineData(FaultKind.Truncated)]
    public async Task Wherever_it_ends_early_the_file_is_whole_in_the_end(FaultKind kind)
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(kind, SandboxEndpoint.Media, bytes: 20_000, times: 2);

        var result = await host.DownloadAsync(DemoWorld.PlainVideo);

        result.Files[0].SizeBytes.ShouldBe(result.Rendition!.SizeBytes!.Value);
        host.Files().ShouldBe([DemoWorld.PlainVideo + ".mp4"]);
    }

    [Theory]
    [InlineData(FaultKind.HtmlInstead, "media_corrupt")]
    [InlineData(FaultKind.Cut, "media_incomplete")]
    [InlineData(FaultKind.Truncated, "media_incomplete")]
    [InlineData(FaultKind.Empty, "media_corrupt")]
    public async Task What_never_becomes_whole_is_never_visible(FaultKind kind, string code)
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(kind, SandboxEndpoint.Media, bytes: 5_000, times: null);

        var error = await Should.ThrowAsync<ClipyardException>(host.DownloadAsync(DemoWorld.PlainVideo));

        error.Code.ShouldBe(code);
        host.Files().ShouldAllBe(name => name.EndsWith(".part"));
    }

    [Fact]
    public async Task A_body_without_length_is_measured_by_what_the_page_announced()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.Chunked, SandboxEndpoint.Media, times: null);

        var result = await host.DownloadAsync(DemoWorld.PlainVideo);

        result.Files[0].SizeBytes.ShouldBe(result.Rendition!.SizeBytes!.Value);
    }

    [Fact]
    public async Task What_one_run_left_the_next_run_goes_on_with()
    {
        await using var host = await LibraryHost.StartAsync(options => options with { Retries = 0 });
        host.Fault(FaultKind.Cut, SandboxEndpoint.Media, bytes: 5_000, times: null);
        await Should.ThrowAsync<ClipyardException>(host.DownloadAsync(DemoWorld.PlainVideo));
        host.Files().ShouldAllBe(name => name.EndsWith(".part"));
        host.Sandbox.Faults.Clear();
        host.Sandbox.Journal.Clear();

        using var restarted = host.Restart();
        var result = await restarted.Downloads.DownloadAsync(
            LibraryHost.Video(DemoWorld.PlainVideo),
            host.Sink,
            cancellationToken: TestContext.Current.CancellationToken
        );

        result.Files[0].Resumed.ShouldBeTrue();
        host.Files().ShouldBe([DemoWorld.PlainVideo + ".mp4"]);
        result.Files[0].Sha256.ShouldBe(VideoDownloads.Sha256(result.Files[0].Path));
        host.Sandbox.Journal.Of(SandboxEndpoint.Media)[0].Header("Range").ShouldNotBe("bytes=0-");
    }

    [Fact]
    public async Task Two_versions_are_never_glued_together()
    {
        await using var host = await LibraryHost.StartAsync();
        var whole = (await host.DownloadAsync(DemoWorld.PlainVideo)).Files[0];
        File.Delete(whole.Path);
        host.Fault(FaultKind.Cut, SandboxEndpoint.Media, bytes: 30_000);
        host.Fault(FaultKind.ChangedFile, SandboxEndpoint.Media, times: 2);

        var result = await host.DownloadAsync(DemoWorld.PlainVideo);

        // Either version whole would do; the beginning of one and the end of the other would not.
        var changed = await ChangedFileAsync(host);
        result.Files[0].Sha256.ShouldBeOneOf(whole.Sha256, changed);
    }

    [Fact]
    public async Task A_file_that_changed_between_two_runs_is_fetched_anew()
    {
        await using var host = await LibraryHost.StartAsync(options => options with { Retries = 0 });
        var whole = (await host.DownloadAsync(DemoWorld.PlainVideo)).Files[0];
        await LeavePartAsync(host, whole.Path, [.. Enumerable.Repeat((byte)7, 50_000)]);

        using var restarted = host.Restart();
        var result = await restarted.Downloads.DownloadAsync(
            LibraryHost.Video(DemoWorld.PlainVideo),
            host.Sink,
            cancellationToken: TestContext.Current.CancellationToken
        );

        result.Files[0].Resumed.ShouldBeFalse();
        result.Files[0].Sha256.ShouldBe(whole.Sha256);
    }

    [Fact]
    public async Task A_part_whose_middle_is_another_file_s_is_found_out_by_its_hash()
    {
        await using var host = await LibraryHost.StartAsync(options => options with { Retries = 1 });
        var whole = (await host.DownloadAsync(DemoWorld.PlainVideo)).Files[0];
        var bytes = await File.ReadAllBytesAsync(whole.Path, TestContext.Current.CancellationToken);
        var part = bytes[..100_000];
        part.AsSpan(60_000, 100).Reverse(); // the last 4 KiB, which are compared, are right
        await LeavePartAsync(host, whole.Path, part);

        var result = await host.DownloadAsync(DemoWorld.PlainVideo);

        result.Files[0].Sha256.ShouldBe(whole.Sha256);
    }

    [Fact]
    public async Task Another_length_than_the_page_announced_is_another_file()
    {
        await using var host = await LibraryHost.StartAsync();
        var video = await host.Client.Videos.GetAsync(
            LibraryHost.Video(DemoWorld.PlainVideo),
            TestContext.Current.CancellationToken
        );
        var wrong = video with
        {
            Renditions = [video.Renditions.First(rendition => !rendition.HasWatermark) with { SizeBytes = 12_345 }],
        };

        var error = await Should.ThrowAsync<ClipyardException>(
            host.Client.Downloads.DownloadAsync(
                wrong,
                host.Sink,
                cancellationToken: TestContext.Current.CancellationToken
            )
        );

        error.Code.ShouldBe("media_corrupt");
        host.Files().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://[")]
    [InlineData("https://")]
    [InlineData("https://x:99999/y")]
    [InlineData("http://127.0.0.1/inside")]
    [InlineData("https://localhost/inside")]
    public async Task An_address_that_is_none_costs_only_its_mirror(string address)
    {
        await using var host = await LibraryHost.StartAsync();
        var video = await host.Client.Videos.GetAsync(
            LibraryHost.Video(DemoWorld.PlainVideo),
            TestContext.Current.CancellationToken
        );
        var odd = video with
        {
            Renditions =
            [
                .. video.Renditions.Select(rendition => rendition with { Urls = [address, .. rendition.Urls] }),
            ],
        };

        var result = await host.Client.Downloads.DownloadAsync(
            odd,
            host.Sink,
            cancellationToken: TestContext.Current.CancellationToken
        );

        result.Fallback.ShouldBeNull();
    }

    [Fact]
    public async Task A_host_without_ranges_is_read_from_the_beginning_again()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Fault(FaultKind.Cut, SandboxEndpoint.Media, bytes: 30_000);
        host.Fault(FaultKind.NoRanges, SandboxEndpoint.Media, times: null);

        var result = await host.DownloadAsync(DemoWorld.PlainVideo);

        result.Files[0].SizeBytes.ShouldBe(result.Rendition!.SizeBytes!.Value);
    }

    [Fact]
    public async Task A_transfer_that_stands_still_is_given_up_after_the_idle_time_out()
    {
        var clock = new ManualClock();
        await using var host = await LibraryHost.StartAsync(
            options => options with { RequestTimeout = TimeSpan.FromHours(24) },
            clock
        );
        host.Fault(FaultKind.Stall, SandboxEndpoint.Media, bytes: 10_000);

        var download = host.DownloadAsync(DemoWorld.PlainVideo);
        await clock.RunAsync(download, within: TimeSpan.FromSeconds(30));

        (await download).Files[0].SizeBytes.ShouldBeGreaterThan(10_000);
        host.Client.GetStatistics().Retries.ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task Cancelled_it_stops_and_can_be_resumed()
    {
        await using var host = await LibraryHost.StartAsync();
        await StopInTheMiddleAsync(host);

        (await host.DownloadAsync(DemoWorld.PlainVideo)).Files[0].Resumed.ShouldBeTrue();
        host.Files().ShouldBe([DemoWorld.PlainVideo + ".mp4"]);
    }

    /// <summary>What a run that was stopped would have left of the rendition that the next run chooses.</summary>
    private static async Task LeavePartAsync(LibraryHost host, string goal, byte[] bytes)
    {
        File.Delete(goal);
        var part = await StopInTheMiddleAsync(host);
        await File.WriteAllBytesAsync(part, bytes, TestContext.Current.CancellationToken);
    }

    private static async Task<string> StopInTheMiddleAsync(LibraryHost host)
    {
        host.Fault(FaultKind.Stall, SandboxEndpoint.Media, bytes: 10_000);
        using var stop = new CancellationTokenSource();
        var download = host.Client.Downloads.DownloadAsync(
            LibraryHost.Video(DemoWorld.PlainVideo),
            host.Sink,
            cancellationToken: stop.Token
        );

        // The bytes come over a real connection: looked for until they are there.
        string[] parts;
        do
        {
            await Task.WhenAny(download, Task.Delay(TimeSpan.FromMilliseconds(1), CancellationToken.None));
            parts = Directory.GetFiles(host.Folder, "*.part");
        } while (!download.IsCompleted && (parts is not [var only] || new FileInfo(only).Length == 0));

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(download);
        return Directory.GetFiles(host.Folder, "*.part").ShouldHaveSingleItem();
    }

    private static async Task<string> ChangedFileAsync(LibraryHost host)
    {
        host.Sandbox.Faults.Clear();
        host.Fault(FaultKind.ChangedFile, SandboxEndpoint.Media, times: null);
        using var other = host.Restart();
        var result = await other.Downloads.DownloadAsync(
            LibraryHost.Video(DemoWorld.PlainVideo),
            new FolderSink(Path.Combine(host.Folder, "changed")),
            cancellationToken: TestContext.Current.CancellationToken
        );
        return result.Files[0].Sha256!;
    }
}
