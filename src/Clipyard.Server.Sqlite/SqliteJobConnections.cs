using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Clipyard.Server.Sqlite;

/// <summary>Makes the job engine's connections. NORMAL: a trigger lost with the power is swept up at the next start.</summary>
internal sealed class SqliteJobConnections : DbProviderFactory
{
    public override DbConnection CreateConnection()
    {
        var connection = new SqliteConnection();
        connection.StateChange += Prepare;
        return connection;
    }

    public override DbCommand CreateCommand() => new SqliteCommand();

    public override DbParameter CreateParameter() => new SqliteParameter();

    private static void Prepare(object sender, StateChangeEventArgs change)
    {
        if (change.CurrentState != ConnectionState.Open)
        {
            return;
        }

        using var command = ((SqliteConnection)sender).CreateCommand();
        command.CommandText = "PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=30000;";
        command.ExecuteNonQuery();
    }
}
