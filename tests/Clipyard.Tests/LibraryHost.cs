using Clipyard.Downloads;
using Clipyard.Links;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Faults;
using Clipyard.Sandbox.Worlds;
using Microsoft.Extensions.Logging;

namespace Clipyard.Tests;

/// <summary>A client, a sandbox of its own, and a folder for files.</summary>
public sealed class LibraryHost : IAsyncDisposable
{
    private LibraryHost(SandboxServer sandbox, ClipyardClient client)
    {
        Sandbox = sandbox;
        Client = client;
    }

    public SandboxServer Sandbox { get; }

    public ClipyardClient Client { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("clipyard-tests-").FullName;

    public FolderSink Sink => new(Folder);

    /// <summary>Starts both. By default the client waits for nothing: no pacing, no delay between tries.</summary>
    public static async Task<LibraryHost> StartAsync(
        Func<ClipyardOptions, ClipyardOptions>? configure = null,
        TimeProvider? time = null,
        ILoggerFactory? loggers = null
    )
    {
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { PagePaddingBytes = 2_000 },
            TestContext.Current.CancellationToken
        );
        var options = new ClipyardOptions
        {
            TikTokAddress = sandbox.Address,
            UseRateLimiter = false,
            RetryDelay = TimeSpan.Zero,
        };
        return new LibraryHost(sandbox, new ClipyardClient(configure?.Invoke(options) ?? options, loggers, time));
    }

    public static TikTokLink Video(string id) => new TikTokLink.Video(VideoId.Parse(id));

    /// <summary>A second client of the same sandbox, as after a restart of the program.</summary>
    public ClipyardClient Restart(Func<ClipyardOptions, ClipyardOptions>? configure = null)
    {
        var options = new ClipyardOptions
        {
            TikTokAddress = Sandbox.Address,
            UseRateLimiter = false,
            RetryDelay = TimeSpan.Zero,
        };
        return new ClipyardClient(configure?.Invoke(options) ?? options);
    }

    public Task<DownloadResult> DownloadAsync(
        string id,
        DownloadOptions? options = null,
        IProgress<TransferProgress>? progress = null
    ) => Client.Downloads.DownloadAsync(Video(id), Sink, options, progress, TestContext.Current.CancellationToken);

    /// <summary>Makes something go wrong from now on: once, unless <paramref name="times"/> says otherwise.</summary>
    public void Fault(
        FaultKind kind,
        SandboxEndpoint endpoint = SandboxEndpoint.Any,
        int? times = 1,
        int skip = 0,
        long bytes = 0,
        int status = 503,
        int? retryAfterSeconds = null,
        PageShape shape = default,
        string? text = null,
        string? match = null,
        string? post = null
    ) =>
        Sandbox.Faults.Add(
            new SandboxFault
            {
                Kind = kind,
                Endpoint = endpoint,
                Times = times,
                Skip = skip,
                Bytes = bytes,
                Status = status,
                RetryAfterSeconds = retryAfterSeconds,
                Shape = shape,
                Text = text,
                Match = match,
                Post = post,
            }
        );

    /// <summary>Every file below the folder, by name, partial ones included.</summary>
    public string[] Files() =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order()!];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Sandbox.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
