using Microsoft.Data.Sqlite;

namespace Clipyard.Server.Tests.Jobs;

public sealed class JobStoreTests
{
    [Fact]
    public async Task The_engine_has_its_own_file_with_a_log_an_index_and_no_readers_but_its_owner()
    {
        await using var host = await JobHost.StartAsync();
        await host.EngineRunsAsync();
        var file = Path.Combine(host.Host.DataFolder, "jobs.db");

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        (await AskAsync(file, "PRAGMA journal_mode;")).ShouldBe("wal");
        var index = await AskAsync(file, "SELECT sql FROM sqlite_master WHERE name = 'IDX_CLIPYARD_CONTINUES';");
        index.ShouldNotBeNull().ShouldContain("CONTINUES_TRIGGER_NAME IS NOT NULL");
    }

    [Fact]
    public async Task A_lane_whose_work_is_done_leaves_no_trigger_behind()
    {
        await using var host = await JobHost.StartAsync();
        var jobs = await host.QueueAsync("archive:a", "one", "two");
        await host.EndOfAsync(jobs[0]);
        await host.EndOfAsync(jobs[1]);
        var file = Path.Combine(host.Host.DataFolder, "jobs.db");

        // The second wake-up may come after both are done: it fires, finds nothing, and is gone.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (await AskAsync(file, "SELECT COUNT(*) FROM QRTZ_TRIGGERS;") != "0")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), limit.Token);
        }
    }

    private static async Task<string?> AskAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))?.ToString();
    }
}
