using Clipyard.Server.Api.Hosting;
using Clipyard.Server.Data;
using Clipyard.Server.Identity;
using Clipyard.Server.Publishing.Pausing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Clipyard.Server;

/// <summary>The server: started, it answers; disposed, it has stopped.</summary>
public sealed class ClipyardServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly DataFolderLock _lock;

    private ClipyardServer(WebApplication application, DataFolderLock folderLock)
    {
        _application = application;
        _lock = folderLock;
    }

    /// <summary>Where it listens: the first address, with the port that was taken.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Who may sign in, said once: set when this start made the first administrator.</summary>
    public FirstAdministrator? FirstAdministrator { get; private set; }

    /// <summary>What the server is made of, for the program that runs it and for tests.</summary>
    internal IServiceProvider Services => _application.Services;

    /// <summary>Starts a server and returns when it answers.</summary>
    /// <exception cref="Failures.ClipyardException">
    /// <c>storage_unavailable</c>: the data folder cannot be used, or another process uses it;
    /// <c>invalid_parameter</c>: a setting is wrong, one sentence each; <c>conflict</c>: the data came from a sandbox and
    /// this is not one, or the other way round.
    /// </exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<ClipyardServer> StartAsync(
        ServerSetup setup,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(setup);
        var paths = new ServerPaths(setup.DataFolder);
        var folderLock = DataFolderLock.Take(paths);
        ClipyardServer? server = null;
        try
        {
            server = new ClipyardServer(ServerComposition.Build(setup, paths), folderLock);
            await server.StartAsync(setup, paths, cancellationToken);
            return server;
        }
        catch
        {
            if (server is not null)
            {
                // What has begun is ended in order: disposal alone would pull the ground from under it.
                await server._application.StopAsync(CancellationToken.None);
                await server._application.DisposeAsync();
            }

            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the server is told to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) =>
        _application.WaitForShutdownAsync(cancellationToken);

    /// <summary>Lets open requests and steps end (30 s at most), then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
        _lock.Dispose();
    }

    private async Task StartAsync(ServerSetup setup, ServerPaths paths, CancellationToken cancellationToken)
    {
        SettingsCheck.Run(_application.Services);

        // The model takes as long to build as all the rest of the start: on the second core, meanwhile.
        var model = Task.Run(() => DataFeature.BuildModel(_application.Services), cancellationToken);
        var options = _application.Services.GetRequiredService<IOptions<ServerOptions>>().Value;
        await PlatformStamp.CheckAsync(paths, options, cancellationToken);
        if (!await setup.Database.PrepareAsync(_application.Services, paths.Root, cancellationToken))
        {
            FirstAdministrator = await FirstAdministratorSetup.RunAsync(_application.Services, cancellationToken);
        }

        await _application.Services.GetRequiredService<PublishingPause>().CheckAsync(cancellationToken);
        await _application.StartAsync(cancellationToken);
        await model;
        var addresses = _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        Address = new Uri(addresses!.Addresses.First());
    }
}
