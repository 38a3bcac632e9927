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
        host.Fault(FaultKind.Cut, SandboxEndpoint.Media, bytes: 30_000);
        host.Fault(FaultKind.ChangedFile, SandboxEndpoint.Media, times: null);

        var result = await host.DownloadAsync(DemoWorld.PlainVideo);

        // The changed file whole: asked for from its first byte.
        result.Files[0].Sha256.ShouldBe(VideoDownloads.Sha256(result.Files[0].Path));
        host.Sandbox.Journal.Of(SandboxEndpoint.Media)[^1]
            .BytesSent.ShouldBeGreaterThanOrEqualTo(result.Files[0].SizeBytes);
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
        host.Fault(FaultKind.Stall, SandboxEndpoint.Media, bytes: 10_000);
        using var stop = new CancellationTokenSource();
        var progress = new RecordedProgress(_ => stop.Cancel());

        await Should.ThrowAsync<OperationCanceledException>(
            host.Client.Downloads.DownloadAsync(
                LibraryHost.Video(DemoWorld.PlainVideo),
                host.Sink,
                progress: progress,
                cancellationToken: stop.Token
            )
        );
        host.Files().ShouldAllBe(name => name.EndsWith(".part"));

        await host.DownloadAsync(DemoWorld.PlainVideo);
        host.Files().ShouldBe([DemoWorld.PlainVideo + ".mp4"]);
    }
}
