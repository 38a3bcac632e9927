using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Clipyard.Server.Sqlite;

/// <summary>What every connection to the domain's file is told when it opens.</summary>
/// <remarks>
/// FULL, because a lost acknowledged commit would break "exactly one post"; the write-ahead log itself is a property of
/// the file, set when it is prepared.
/// </remarks>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
