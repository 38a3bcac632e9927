using System.Globalization;
using Clipyard.Server;
using Clipyard.Server.Accounts;
using Clipyard.Server.Data;
using Clipyard.Server.Publishing.Posts;
using Clipyard.Server.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Clipyard.Benchmarks.Server;

/// <summary>
/// How late posts begin that are due at the same second, while 1,000,000 others wait for another day. Their accounts need
/// reconnecting: it is the engine that is measured, not TikTok.
/// </summary>
internal static class DueBenchmark
{
    private const int Waiting = 1_000_000;
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(10);

    public static async Task RunAsync()
    {
        foreach (var due in new[] { 50, 1_000 })
        {
            await RunAsync(due);
        }
    }

    private static async Task RunAsync(int due)
    {
        var folder = Directory.CreateTempSubdirectory("clipyard-due-");
        try
        {
            await using var server = await ClipyardServer.StartAsync(
                new ServerSetup
                {
                    Database = new SqliteProvider(),
                    DataFolder = folder.FullName,
                    Urls = ["http://127.0.0.1:0"],
                    ReadEnvironment = false,
                    Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        ["TikTok:ClientKey"] = "awbenchmark",
                        ["TikTok:ClientSecret"] = "none",
                    },
                    Logging = logging => logging.SetMinimumLevel(LogLevel.None),
                }
            );
            var at = DateTimeOffset.FromUnixTimeSeconds((DateTimeOffset.UtcNow + Ahead).ToUnixTimeSeconds());
            var owner = await AddAsync(server, due, at.AddDays(30));
            await MultiplyAsync(folder.FullName);
            at = DateTimeOffset.FromUnixTimeSeconds((DateTimeOffset.UtcNow + Ahead).ToUnixTimeSeconds());
            await ScheduleAsync(server, owner, at);
            var late = await LatenessAsync(server, due, at);
            Console.WriteLine(
                $"due: {due:N0} posts of {due:N0} accounts at the same second, {Waiting:N0} waiting: "
                    + $"p50 {Percentile(late, 0.5):F0} ms, p99 {Percentile(late, 0.99):F0} ms, last {late[^1]:F0} ms late"
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Adds accounts with one post each, and one more post that the waiting ones are copied from.</summary>
    private static async Task<Guid> AddAsync(ClipyardServer server, int due, DateTimeOffset later)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var owner = await db.Users.Select(person => person.Id).SingleAsync();
        for (var i = 0; i <= due; i++)
        {
            var account = new TikTokAccount
            {
                Id = Guid.CreateVersion7(),
                OwnerId = owner,
                OpenId = $"account-{i}",
                Scopes = "user.info.basic,video.upload",
                State = AccountState.NeedsReconnect,
                StateReason = "Made for a benchmark.",
            };
            db.Add(account);
            db.Posts.Add(
                new Post
                {
                    Id = Guid.CreateVersion7(),
                    OwnerId = owner,
                    AccountId = account.Id,
                    Source = new PostSource(ClipId: "1"),
                    Settings = new PostSettings(),
                    State = PostState.Scheduled,
                    Lane = PostLanes.Send + account.Id,
                    CreatedAt = later,
                    UpdatedAt = later,
                    DueAt = later,
                    ScheduledFor = later,
                }
            );
        }

        await db.SaveChangesAsync();
        return owner;
    }

    private static async Task MultiplyAsync(string folder)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "clipyard.db")};Pooling=False;Foreign Keys=False"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = "SELECT name FROM pragma_table_info('posts') WHERE name <> 'id'";
        List<string> columns = [];
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                columns.Add(reader.GetString(0));
            }
        }

        var names = string.Join(", ", columns);
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Waiting})
            INSERT INTO posts (id, {names})
            SELECT printf('%08X-0000-7000-8000-%012X', i, i), {names}
            FROM n, (SELECT * FROM posts ORDER BY id DESC LIMIT 1);
            """
        );
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Chooses the second and lets the engine know, as an accepted request does.</summary>
    private static async Task ScheduleAsync(ClipyardServer server, Guid owner, DateTimeOffset at)
    {
        await using var scope = server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IOwnerScope>().Enter(new Owner(owner, ""));
        var db = scope.ServiceProvider.GetRequiredService<ClipyardDb>();
        var lanes = await db
            .Posts.GroupBy(post => post.Lane)
            .Where(lane => lane.Count() == 1)
            .Select(lane => lane.Key)
            .ToListAsync();
        var posts = await db.Posts.Where(post => lanes.Contains(post.Lane)).ToListAsync();
        foreach (var post in posts)
        {
            post.DueAt = at;
            post.ScheduledFor = at;
        }

        await db.SaveChangesAsync();
        var waker = scope.ServiceProvider.GetRequiredService<IPostWaker>();
        foreach (var post in posts)
        {
            await waker.WakeAsync(post, CancellationToken.None);
        }
    }

    private static async Task<List<double>> LatenessAsync(ClipyardServer server, int due, DateTimeOffset at)
    {
        while (true)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            await using var scope = server.Services.CreateAsyncScope();
            var begun = await scope
                .ServiceProvider.GetRequiredService<ClipyardDb>()
                .PostEvents.IgnoreQueryFilters(QueryFilters.OwnerOnly)
                .Where(line => line.Type == PostEventTypes.State && line.State == PostState.Initialising)
                .Select(line => line.At)
                .ToListAsync();
            if (begun.Count >= due)
            {
                return [.. begun.Select(moment => (moment - at).TotalMilliseconds).Order()];
            }
        }
    }

    private static double Percentile(List<double> sorted, double share) =>
        sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
}
