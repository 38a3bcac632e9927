using Clipyard.Server.Data;
using Clipyard.Server.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Clipyard.Server.Tests.Accounts;

/// <summary>Another server's database: two processes on one, as on PostgreSQL.</summary>
internal sealed class SharedDatabase(string folder) : IDatabaseProvider
{
    private readonly SqliteProvider _sqlite = new();

    public string Name => _sqlite.Name;

    public void Configure(DbContextOptionsBuilder options, string dataFolder) => _sqlite.Configure(options, folder);

    public void AddServices(IServiceCollection services) => _sqlite.AddServices(services);

    public void ConfigureJobStore(IPersistentStoreBuilder store, string dataFolder) =>
        _sqlite.ConfigureJobStore(store, dataFolder);

    public bool IsTaken(DbUpdateException lost) => _sqlite.IsTaken(lost);

    public Task<bool> PrepareAsync(IServiceProvider services, string dataFolder, CancellationToken cancellationToken) =>
        Task.FromResult(true); // the first server did it
}
