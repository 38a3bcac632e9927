using Clipyard.Server.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;

namespace Clipyard.Server.Sqlite;

/// <summary>The server on SQLite: two files below the data folder, one process.</summary>
public sealed class SqliteProvider : IDatabaseProvider
{
    // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE, https://sqlite.org/rescode.html
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueTaken = 2067;

    /// <inheritdoc/>
    public string Name => "sqlite";

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder options, string dataFolder)
    {
        options.UseSqlite(
            SqliteFiles.ConnectionString(SqliteFiles.Domain(dataFolder)),
            sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly)
        );
        options.AddInterceptors(Pragmas);
    }

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services.TryAddSingleton<IWriteGate, WriteGate>();

    /// <inheritdoc/>
    public void ConfigureJobStore(IPersistentStoreBuilder store, string dataFolder) =>
        SqliteJobStore.Configure(store, dataFolder);

    /// <inheritdoc/>
    public async Task<bool> PrepareAsync(
        IServiceProvider services,
        string dataFolder,
        CancellationToken cancellationToken
    )
    {
        var hasPeople = await SqlitePreparation.RunAsync(services, dataFolder, cancellationToken);
        await SqliteJobStore.PrepareAsync(dataFolder, cancellationToken);
        return hasPeople;
    }

    /// <inheritdoc/>
    public bool IsTaken(DbUpdateException lost) =>
        lost.InnerException is SqliteException { SqliteExtendedErrorCode: PrimaryKeyTaken or UniqueTaken };

    private static readonly SqlitePragmas Pragmas = new();
}
