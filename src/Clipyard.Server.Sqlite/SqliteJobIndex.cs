using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace Clipyard.Server.Sqlite;

/// <summary>
/// Adds the index that the job engine's own schema lacks on SQLite: without it 100,000 waiting triggers cut the drain
/// from 540 to 36 a second.
/// </summary>
internal sealed class SqliteJobIndex(string dataFolder) : IHostedLifecycleService
{
    private const string Index = """
        CREATE INDEX IF NOT EXISTS IDX_CLIPYARD_CONTINUES
        ON QRTZ_TRIGGERS (SCHED_NAME, CONTINUES_TRIGGER_NAME, CONTINUES_TRIGGER_GROUP)
        WHERE CONTINUES_TRIGGER_NAME IS NOT NULL;
        """;

    // After every StartAsync, so that the engine has made its tables; before it fires anything.
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(SqliteFiles.ConnectionString(SqliteFiles.Jobs(dataFolder)));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Index;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
