using Clipyard.Failures;
using Clipyard.Server.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Clipyard.Server.Tests.Data;

public sealed class MigrationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_migrations_say_all_that_the_entities_say()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        await using var scope = host.Server.Services.CreateAsyncScope();

        scope
            .ServiceProvider.GetRequiredService<ClipyardDb>()
            .Database.HasPendingModelChanges()
            .ShouldBeFalse("run tools/migration NAME");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_left_alone()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        var before = await ExecuteAsync(
            host,
            "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later', '99.0')"
        );
        before.ShouldBe(1);

        var error = await Should.ThrowAsync<ClipyardException>(() => host.RestartAsync());

        error.Code.ShouldBe("storage_unavailable");
        error.Message.ShouldContain("A newer version of Clipyard wrote this database");
        (await ExecuteAsync(host, "DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '9999%'")).ShouldBe(1);
    }

    [Fact]
    public async Task Before_the_schema_is_touched_the_database_is_copied()
    {
        await using var host = await ServerHost.StartAsync(Cancellation);
        // With its history gone the migration is tried again and fails: its tables are there.
        await ExecuteAsync(host, "DELETE FROM __EFMigrationsHistory");

        var error = await Should.ThrowAsync<ClipyardException>(() => host.RestartAsync());

        error.Code.ShouldBe("storage_unavailable");
        var copy = Directory.GetFiles(Path.Combine(host.DataFolder, "backups"), "*.db").ShouldHaveSingleItem();
        await using var connection = new SqliteConnection($"Data Source={copy};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM people";
        (await command.ExecuteScalarAsync(Cancellation)).ShouldBe(1L);
    }

    private static async Task<int> ExecuteAsync(ServerHost host, string sql)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(host.DataFolder, "clipyard.db")};Pooling=False"
        );
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(Cancellation);
    }
}
