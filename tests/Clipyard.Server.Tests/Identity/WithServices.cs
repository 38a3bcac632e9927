using Clipyard.Server.Data;
using Clipyard.Server.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Clipyard.Server.Tests.Identity;

/// <summary>The SQLite database, and services of the test's own.</summary>
internal sealed class WithServices(Action<IServiceCollection> add) : IDatabaseProvider
{
    private readonly SqliteProvider _sqlite = new();

    public string Name => _sqlite.Name;

    public void Configure(DbContextOptionsBuilder options, string dataFolder) => _sqlite.Configure(options, dataFolder);

    public void AddServices(IServiceCollection services)
    {
        _sqlite.AddServices(services);
        add(services);
    }

    public void ConfigureJobStore(IPersistentStoreBuilder store, string dataFolder) =>
        _sqlite.ConfigureJobStore(store, dataFolder);

    public Task<bool> PrepareAsync(IServiceProvider services, string dataFolder, CancellationToken cancellationToken) =>
        _sqlite.PrepareAsync(services, dataFolder, cancellationToken);
}
