using Clipyard.Server.Data;
using Microsoft.AspNetCore.Builder;

namespace Clipyard.Server;

/// <summary>A server's data without the server: for commands that work on a data folder while nobody else does.</summary>
public sealed partial class OfflineServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly DataFolderLock _lock;

    private OfflineServer(WebApplication application, DataFolderLock folderLock)
    {
        _application = application;
        _lock = folderLock;
    }

    /// <summary>What the server would be made of.</summary>
    internal IServiceProvider Services => _application.Services;

    /// <summary>Takes the data folder's lock and brings its database to the present schema. Nothing listens or runs.</summary>
    /// <exception cref="Failures.ClipyardException">
    /// <c>storage_unavailable</c>: the folder cannot be used, or a running server uses it.
    /// </exception>
    public static async Task<OfflineServer> OpenAsync(ServerSetup setup, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var paths = new ServerPaths(setup.DataFolder);
        var folderLock = DataFolderLock.Take(paths);
        WebApplication? application = null;
        try
        {
            application = ServerComposition.Build(setup, paths);
            await setup.Database.PrepareAsync(application.Services, paths.Root, cancellationToken);
            return new OfflineServer(application, folderLock);
        }
        catch
        {
            if (application is not null)
            {
                await application.DisposeAsync();
            }

            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>Gives the folder back.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _lock.Dispose();
    }
}
