using System.Net;
using System.Security.Cryptography;

namespace Clipyard.Server.Tests.Uploads;

public sealed class UploadResumeTests
{
    private const int Settled = 32 << 20;
    private static readonly byte[] Bytes = UploadClient.Video(200_000);

    [Fact]
    public async Task A_broken_connection_keeps_what_came()
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(Bytes.Length);
        using var held = new HeldBody(Bytes[..150_000], Bytes[150_000..], Bytes.Length);
        var broken = host.Client.AppendAsync(path, 0, held);
        await UntilAsync(() => Task.FromResult(host.FileSizes().Contains(150_000)));

        held.Break();
        await Should.ThrowAsync<HttpRequestException>(broken);
        await UntilAsync(async () => await host.Client.OffsetAsync(path) == 150_000);

        await FinishAsync(host, path, Bytes);
    }

    [Fact]
    public async Task After_an_orderly_restart_it_goes_on()
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(Bytes.Length);
        await host.Client.AppendAsync(path, 0, Bytes[..77_777]);

        await host.RestartAsync();

        (await host.Client.OffsetAsync(path)).ShouldBe(77_777);
        await FinishAsync(host, path, Bytes);
    }

    [Fact]
    public async Task After_a_kill_in_the_middle_it_goes_on_at_what_is_durable()
    {
        var video = UploadClient.Video(Settled + 3_000_000);
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(video.Length);
        using var held = new HeldBody(video[..^1_000_000], video[^1_000_000..], video.Length);
        var running = host.Client.AppendAsync(path, 0, held);
        await UntilAsync(() => Task.FromResult(host.FileSizes().Contains(video.Length - 1_000_000)));
        var told = await host.Client.OffsetAsync(path);

        await using var killed = await host.KilledAsync();
        held.GoOn();
        await running;

        // Pieces come as the network cuts them: the first that ends behind the mark was settled.
        told.ShouldBeInRange(Settled, Settled + 1_000_000);
        killed.FileSizes().ShouldBe([video.Length - 1_000_000]);
        (await killed.Client.OffsetAsync(path)).ShouldBe(told);
        var answer = await killed.Client.AppendAsync(path, told, video[(int)told..]);
        answer.Status.ShouldBe(HttpStatusCode.NoContent, answer.Text);
        var bytes = await File.ReadAllBytesAsync(
            Path.Combine(killed.Folder, UploadClient.IdOf(path).ToString("N")),
            TestContext.Current.CancellationToken
        );
        SHA256.HashData(bytes).ShouldBe(SHA256.HashData(video));
    }

    [Fact]
    public async Task Bytes_that_were_never_answered_for_are_written_anew()
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(Bytes.Length);
        await host.Client.AppendAsync(path, 0, Bytes[..50_000]);
        await host.RestartAsync();
        await File.AppendAllTextAsync(
            Directory.EnumerateFiles(host.Folder).Single(),
            new string('x', 200_000),
            TestContext.Current.CancellationToken
        );

        await FinishAsync(host, path, Bytes);
    }

    [Fact]
    public async Task An_upload_whose_bytes_somebody_deleted_is_gone()
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(Bytes.Length);
        await host.Client.AppendAsync(path, 0, Bytes[..50_000]);
        File.Delete(Directory.EnumerateFiles(host.Folder).Single());

        var answer = await host.Client.AppendAsync(path, 50_000, Bytes[50_000..]);

        answer.Status.ShouldBe(HttpStatusCode.Gone);
        (await host.Client.HeadAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_ended_while_it_comes_stays_ended()
    {
        await using var host = await UploadHost.StartAsync();
        var path = await host.Client.BeginAsync(Bytes.Length);
        using var held = new HeldBody(Bytes[..150_000], Bytes[150_000..], Bytes.Length);
        var running = host.Client.AppendAsync(path, 0, held);
        await UntilAsync(() => Task.FromResult(host.FileSizes().Contains(150_000)));

        (await host.Client.EndAsync(path)).Status.ShouldBe(HttpStatusCode.NoContent);
        held.GoOn();

        (await running).Status.ShouldBe(HttpStatusCode.Gone);
        (await host.Client.HeadAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        host.FileSizes().ShouldBeEmpty();
    }

    private static async Task FinishAsync(UploadHost host, string path, byte[] bytes)
    {
        var offset = (int)await host.Client.OffsetAsync(path);
        var answer = await host.Client.AppendAsync(path, offset, bytes[offset..]);
        answer.Status.ShouldBe(HttpStatusCode.NoContent, answer.Text);
        (await host.FindAsync(path))
            .ShouldNotBeNull()
            .Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isSo())
        {
            await Task.Yield();
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
