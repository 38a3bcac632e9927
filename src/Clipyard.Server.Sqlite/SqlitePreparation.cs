using Clipyard.Failures;
using Clipyard.Server.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Sqlite;

/// <summary>Brings the files to the present schema at start.</summary>
internal static class SqlitePreparation
{
    public static async Task<bool> RunAsync(
        IServiceProvider services,
        string dataFolder,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await MigrateAsync(services, dataFolder, cancellationToken);
            return await HasPeopleAsync(dataFolder, cancellationToken);
        }
        catch (SqliteException error)
        {
            throw new ClipyardException(
                FailureCatalogue.StorageUnavailable,
                $"The database {SqliteFiles.Domain(dataFolder)} cannot be opened: {error.Message}",
                error
            );
        }
    }

    private static async Task MigrateAsync(
        IServiceProvider services,
        string dataFolder,
        CancellationToken cancellationToken
    )
    {
        var known = MigrationNames.InThisVersion();
        var exists = File.Exists(SqliteFiles.Domain(dataFolder));
        var applied = exists ? await MigrationNames.InAsync(dataFolder, cancellationToken) : [];
        if (applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } newer)
        {
            throw new ClipyardException(
                FailureCatalogue.StorageUnavailable,
                $"A newer version of Clipyard wrote this database (migration {newer}): "
                    + $"run that version, or restore a copy from {services.GetRequiredService<ServerPaths>().Backups}."
            );
        }

        if (applied.Count == known.Count)
        {
            return;
        }

        if (exists)
        {
            await BackUpAsync(services, dataFolder, applied is [.., var last] ? last : "empty", cancellationToken);
        }

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        SqliteFiles.Restrict(SqliteFiles.Domain(dataFolder));
    }

    private static async Task<bool> HasPeopleAsync(string dataFolder, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(SqliteFiles.ConnectionString(SqliteFiles.Domain(dataFolder)));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT EXISTS (SELECT 1 FROM people)";
        return await command.ExecuteScalarAsync(cancellationToken) is 1L;
    }

    private static async Task BackUpAsync(
        IServiceProvider services,
        string dataFolder,
        string migration,
        CancellationToken cancellationToken
    )
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var backups = services.GetRequiredService<ServerPaths>().Backups;
        var copy = Path.Combine(backups, $"clipyard-{now:yyyyMMdd-HHmmss}-{migration}.db");
        await using var source = new SqliteConnection(SqliteFiles.ConnectionString(SqliteFiles.Domain(dataFolder)));
        await using var target = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString()
        );
        await source.OpenAsync(cancellationToken);
        await target.OpenAsync(cancellationToken);
        source.BackupDatabase(target);
        SqliteFiles.Restrict(copy);
    }
}
