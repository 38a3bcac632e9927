using System.Security.Cryptography;
using Clipyard.Sandbox.Official.Checks;

namespace Clipyard.Sandbox.Official.Posting;

/// <summary>Fetches what a task says to pull: plain GETs, no redirects.</summary>
internal sealed class Puller(OfficialState state, Publisher publisher) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _running = [];
    private readonly HttpClient _client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Begins a task's download. The caller holds the gate.</summary>
    public void Start(PublishTask task)
    {
        _running.RemoveAll(run => run.IsCompleted);
        _running.Add(Task.Run(() => RunAsync(task), CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Task[] running;
        lock (state.Gate)
        {
            running = [.. _running];
        }

        await Task.WhenAll(running);
        _client.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync(PublishTask task)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, task.Stop.Token);
        try
        {
            var files = new List<ReceivedFile>();
            foreach (var address in task.Plan.Addresses)
            {
                files.Add(await FetchAsync(task, address, stop.Token));
            }

            lock (state.Gate)
            {
                if (task.Stage == PublishStage.Receiving)
                {
                    publisher.Receive(task, files);
                }
            }
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            lock (state.Gate)
            {
                if (task.Stage == PublishStage.Receiving && !stop.IsCancellationRequested)
                {
                    publisher.Fail(task, task.IsPhoto ? "photo_pull_failed" : "video_pull_failed");
                }
            }
        }
        finally
        {
            state.Webhooks.Wake();
        }
    }

    private async Task<ReceivedFile> FetchAsync(PublishTask task, Uri address, CancellationToken cancellationToken)
    {
        using var response = await _client.GetAsync(
            address,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        if (response.StatusCode != System.Net.HttpStatusCode.OK)
        {
            throw new HttpRequestException($"{(int)response.StatusCode} is not a file.");
        }

        var path = state.Spool.NewFile();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(
            path,
            FileMode.Create,
            FileAccess.Write,
            FileShare.Read,
            0,
            useAsync: true
        );
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[128 * 1024];
        while (await body.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            lock (state.Gate)
            {
                task.Received += read;
            }
        }

        var length = file.Length;
        await file.DisposeAsync();
        var facts = task.IsPhoto
            ? PhotoReader.Read(await File.ReadAllBytesAsync(path, cancellationToken))
            : MediaCheck.ReadVideo(path);
        return new ReceivedFile(path, length, Convert.ToHexStringLower(hash.GetHashAndReset()), facts);
    }
}
