using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Clipyard.Server.Sqlite;

/// <summary>
/// Which migrations there are and which a database has. Asked at every start, without EF Core, whose own question costs
/// a fifth of a second.
/// </summary>
internal static class MigrationNames
{
    /// <summary>Those of this version, oldest first.</summary>
    public static IReadOnlyList<string> InThisVersion() =>
        [
            .. typeof(MigrationNames)
                .Assembly.GetTypes()
                .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
                .OfType<string>()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Those that a database has had, oldest first; none when it has no history.</summary>
    public static async Task<IReadOnlyList<string>> InAsync(string dataFolder, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(SqliteFiles.ConnectionString(SqliteFiles.Domain(dataFolder)));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        if (await command.ExecuteScalarAsync(cancellationToken) is not 1L)
        {
            return [];
        }

        command.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<string> names = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
