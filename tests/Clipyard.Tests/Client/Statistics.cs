using Clipyard.Failures;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Clipyard.Videos;

namespace Clipyard.Tests.Client;

public sealed class Statistics
{
    [Fact]
    public async Task Whoever_stops_an_operation_has_not_made_it_fail()
    {
        await using var host = await LibraryHost.StartAsync();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            host.Client.Videos.GetAsync(LibraryHost.Video(DemoWorld.PlainVideo), stop.Token)
        );

        host.Client.GetStatistics().Operations.ShouldBe(1);
        host.Client.GetStatistics().Failures.ShouldBe(0);
    }

    [Fact]
    public async Task A_new_client_has_done_nothing()
    {
        await using var host = await LibraryHost.StartAsync();

        var statistics = host.Client.GetStatistics();

        statistics.Operations.ShouldBe(0);
        statistics.Requests.ShouldBe(0);
        statistics.RequestsPerSecond.ShouldBe(0);
        statistics.BytesReceived.ShouldBe(0);
        statistics.CacheHitRate.ShouldBeNull();
        statistics.ManagedBytesPerOperation.ShouldBeNull();
        statistics.WorkingSetBytes.ShouldBePositive();
    }

    [Fact]
    public async Task Operations_failures_requests_and_bytes_are_counted()
    {
        await using var host = await LibraryHost.StartAsync();

        var result = await host.DownloadAsync(DemoWorld.PlainVideo);
        await Should.ThrowAsync<ClipyardException>(GetAsync(host, DemoWorld.Removed));

        var statistics = host.Client.GetStatistics();
        statistics.Operations.ShouldBe(2);
        statistics.Failures.ShouldBe(1);
        statistics.Requests.ShouldBe(host.Sandbox.Journal.Entries.Count);
        statistics.BytesReceived.ShouldBe(host.Sandbox.Journal.Entries.Sum(entry => entry.BytesSent));
        statistics.BytesReceived.ShouldBeGreaterThan(result.SizeBytes);
        statistics.RequestsPerSecond.ShouldBePositive();
        statistics.OperationsPerSecond.ShouldBePositive();
        statistics.ManagedBytesPerOperation.ShouldNotBeNull().ShouldBePositive();
    }

    [Fact]
    public async Task Half_the_requests_are_no_slower_than_nearly_all_of_them()
    {
        await using var host = await LibraryHost.StartAsync(options => options with { UseCache = false });
        for (var turn = 0; turn < 5; turn++)
        {
            await GetAsync(host, DemoWorld.PlainVideo);
        }

        var statistics = host.Client.GetStatistics();

        statistics.RequestP50.ShouldBeGreaterThan(TimeSpan.Zero);
        statistics.RequestP50.ShouldBeLessThanOrEqualTo(statistics.RequestP95);
        statistics.OperationP50.ShouldBeGreaterThan(TimeSpan.Zero);
        statistics.OperationP50.ShouldBeLessThanOrEqualTo(statistics.OperationP95);
    }

    [Fact]
    public async Task What_is_known_already_counts_as_a_hit_and_asks_nothing()
    {
        await using var host = await LibraryHost.StartAsync();

        for (var turn = 0; turn < 4; turn++)
        {
            await GetAsync(host, DemoWorld.PlainVideo);
        }

        var statistics = host.Client.GetStatistics();
        statistics.Requests.ShouldBe(1);
        statistics.CacheHitRate.ShouldBe(0.75);
    }

    [Fact]
    public async Task Retries_are_counted_as_requests_too()
    {
        await using var host = await LibraryHost.StartAsync();
        host.Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = FaultKind.Status,
                Endpoint = SandboxEndpoint.Page,
                Times = 2,
            }
        );

        await GetAsync(host, DemoWorld.PlainVideo);

        var statistics = host.Client.GetStatistics();
        statistics.Retries.ShouldBe(2);
        statistics.Requests.ShouldBe(3);
        statistics.Operations.ShouldBe(1);
        statistics.Failures.ShouldBe(0);
    }

    [Fact]
    public async Task A_snapshot_does_not_change()
    {
        await using var host = await LibraryHost.StartAsync();
        var before = host.Client.GetStatistics();

        await GetAsync(host, DemoWorld.PlainVideo);

        before.Operations.ShouldBe(0);
    }

    private static Task<VideoInfo> GetAsync(LibraryHost host, string id) =>
        host.Client.Videos.GetAsync(LibraryHost.Video(id), TestContext.Current.CancellationToken);
}
