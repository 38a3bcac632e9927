using Clipyard.Server.Data;
using Clipyard.Server.Jobs;
using Clipyard.Server.Storage;
using Clipyard.Server.Uploads;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Uploads;

/// <summary>A server for uploads, and ways to look behind it.</summary>
internal sealed class UploadHost : IAsyncDisposable
{
    private UploadHost(ServerHost host)
    {
        Host = host;
        Client = new UploadClient(host.Client);
    }

    public ServerHost Host { get; }

    public UploadClient Client { get; private set; }

    /// <summary>Where the bytes are.</summary>
    public string Folder => Path.Combine(Host.DataFolder, "uploads");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<UploadHost> StartAsync(
        TimeProvider? clock = null,
        IDiskSpace? space = null,
        params (string Name, string? Value)[] settings
    ) =>
        new(
            await ServerHost.StartAsync(
                Token,
                setup =>
                    setup with
                    {
                        Settings = ServerHost.With(setup, settings),
                        TimeProvider = clock ?? setup.TimeProvider,
                        StartScheduler = false,
                        ConfigureServices = services =>
                        {
                            if (space is not null)
                            {
                                services.AddSingleton(space);
                            }
                        },
                    }
            )
        );

    public async Task RestartAsync()
    {
        await Host.RestartAsync();
        Client = new UploadClient(Host.Client);
    }

    /// <summary>A server on a copy of what is on disk now: what a restart would find if this one were killed.</summary>
    public async Task<UploadHost> KilledAsync()
    {
        var copy = Directory.CreateTempSubdirectory("clipyard-killed-").FullName;
        foreach (var path in Directory.EnumerateFiles(Host.DataFolder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Host.DataFolder, path);
            if (name != "lock")
            {
                var goal = Path.Combine(copy, name);
                Directory.CreateDirectory(Path.GetDirectoryName(goal)!);
                File.Copy(path, goal);
            }
        }

        var host = await ServerHost.StartAsync(
            Token,
            setup => setup with { DataFolder = copy, StartScheduler = false },
            Host.Sandbox
        );
        var killed = new UploadHost(host);
        killed.Client = new UploadClient(host.CreateClient(Host.Key));
        return killed;
    }

    /// <summary>Works with the uploads as a post of the first owner does.</summary>
    public async Task<T> AsOwnerAsync<T>(Func<IUploads, ClipyardDb, Task<T>> work)
    {
        await using var scope = Host.Server.Services.CreateAsyncScope();
        var me = await Host.GetAsync("/api/me");
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(me["id"].GetGuid(), StorePrefix: ""));
        return await work(
            scope.ServiceProvider.GetRequiredService<IUploads>(),
            scope.ServiceProvider.GetRequiredService<ClipyardDb>()
        );
    }

    public Task<CompletedUpload?> FindAsync(string path) =>
        AsOwnerAsync((uploads, _) => uploads.FindAsync(UploadClient.IdOf(path), Token));

    public async Task SweepAsync()
    {
        await using var scope = Host.Server.Services.CreateAsyncScope();
        var sweeps = scope.ServiceProvider.GetServices<ISweep>();
        await sweeps.OfType<UploadSweep>().Single().SweepAsync(Token);
    }

    /// <summary>The bytes that are on disk of all uploads.</summary>
    public IReadOnlyList<long> FileSizes() =>
        Directory.Exists(Folder) ? [.. new DirectoryInfo(Folder).EnumerateFiles().Select(file => file.Length)] : [];

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
