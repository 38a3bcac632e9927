using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Clipyard.Server.Sqlite;

/// <summary>The job engine's own file. It holds triggers only, which can be made anew from the domain's rows.</summary>
internal static class SqliteJobStore
{
    public static void Configure(IPersistentStoreBuilder store, string dataFolder)
    {
        store.UseSqlite(new SqliteJobConnections(), SqliteFiles.ConnectionString(SqliteFiles.Jobs(dataFolder)));
        store.ProvisionSchema();
        store.Services.AddHostedService(_ => new SqliteJobIndex(dataFolder));
    }

    public static async Task PrepareAsync(string dataFolder, CancellationToken cancellationToken)
    {
        if (File.Exists(SqliteFiles.Jobs(dataFolder)))
        {
            return; // the write-ahead log is a property of the file
        }

        await using var connection = new SqliteConnection(SqliteFiles.ConnectionString(SqliteFiles.Jobs(dataFolder)));
        await connection.OpenAsync(cancellationToken);
        SqliteFiles.Restrict(SqliteFiles.Jobs(dataFolder));
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
