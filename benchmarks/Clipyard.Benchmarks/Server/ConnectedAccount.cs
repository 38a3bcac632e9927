using Clipyard.Server.Sqlite;
using Microsoft.Data.Sqlite;

namespace Clipyard.Benchmarks.Server;

/// <summary>An account that posts can be asked for. It has no tokens: nothing that is measured here calls TikTok.</summary>
internal static class ConnectedAccount
{
    public static async Task AddAsync(string folder)
    {
        _ = new SqliteProvider(); // whatever opens SQLite must touch its assembly first
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "clipyard.db")};Pooling=False"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO tiktok_accounts (id, owner_id, open_id, username, scopes, state, token_version, connected_at, checked_at,
                access_expires_at, refresh_expires_at)
            SELECT upper(id), id, 'benchmark', 'benchmark', 'user.info.basic,video.upload,video.publish', 'Connected', 0,
                now, now, now + 100000000, now + 100000000
            FROM people, (SELECT strftime('%s', 'now') * 1000 AS now);
            """;
        await command.ExecuteNonQueryAsync();
    }
}
