using Clipyard.Sandbox.Worlds;

namespace Clipyard.Tests.Client;

public sealed class Bandwidth
{
    private const long Rate = 10_000;

    [Fact]
    public async Task Transfers_take_no_more_bytes_a_second_than_allowed()
    {
        var clock = new ManualClock();
        await using var host = await LibraryHost.StartAsync(options => Patient(options, Rate), clock);

        var started = clock.GetUtcNow();
        var download = host.DownloadAsync(DemoWorld.PlainVideo);
        await clock.RunAsync(download, within: TimeSpan.FromHours(1));

        var bytes = (await download).SizeBytes;
        var seconds = (clock.GetUtcNow() - started).TotalSeconds;
        (bytes / seconds).ShouldBeInRange(Rate * 0.9, Rate * 1.01);
    }

    [Fact]
    public async Task The_limit_is_shared_by_all_transfers_of_a_client()
    {
        var clock = new ManualClock();
        await using var host = await LibraryHost.StartAsync(options => Patient(options, Rate), clock);

        var started = clock.GetUtcNow();
        var downloads = Task.WhenAll(
            host.DownloadAsync(DemoWorld.PlainVideo),
            host.DownloadAsync(DemoWorld.RichCaption),
            host.DownloadAsync(DemoWorld.EmptyCaption)
        );
        await clock.RunAsync(downloads, within: TimeSpan.FromHours(1));

        var bytes = (await downloads).Sum(result => result.SizeBytes);
        var seconds = (clock.GetUtcNow() - started).TotalSeconds;
        (bytes / seconds).ShouldBeLessThanOrEqualTo(Rate * 1.01);
    }

    [Fact]
    public async Task Without_a_limit_nothing_waits()
    {
        var clock = new ManualClock();
        await using var host = await LibraryHost.StartAsync(options => Patient(options, null), clock);

        var started = clock.GetUtcNow();
        await host.DownloadAsync(DemoWorld.PlainVideo);

        clock.GetUtcNow().ShouldBe(started);
    }

    /// <summary>Time-outs longer than any wait here, so that the clock's jumps never end a transfer that really runs.</summary>
    private static ClipyardOptions Patient(ClipyardOptions options, long? rate) =>
        options with
        {
            MaxBytesPerSecond = rate,
            RequestTimeout = TimeSpan.FromHours(24),
            IdleTransferTimeout = TimeSpan.FromHours(24),
        };
}
