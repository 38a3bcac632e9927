using System.Globalization;
using Clipyard.Server.Sqlite;
using Microsoft.Data.Sqlite;

namespace Clipyard.Benchmarks.Server;

/// <summary>
/// Posts accepted over HTTP as automations ask for them: each with an Idempotency-Key of its own, its row committed and
/// its lane woken before the answer. 32 connections, the whole server, its scheduler at work on what it accepted.
/// </summary>
internal static class AcceptBenchmark
{
    private const int Connections = 32;

    public static async Task RunAsync(string program)
    {
        using var folder = await ServerFolder.CreateAsync(program, ConnectedAccount.Nowhere);
        await ConnectedAccount.AddAsync(folder.Path);
        using var server = await ServerProcess.StartAsync(
            program,
            folder.Path,
            ConnectedAccount.Nowhere,
            AppSettings.All
        );
        var route = new Uri(server.Address, "/api/posts/video");
        var script = Path.Combine(folder.Path, "accept.lua");
        await File.WriteAllTextAsync(script, Script);

        await Load.RunAsync(route, folder.Key, seconds: 5, Connections, script); // compiled and connected
        var before = await CountAsync(folder.Path);
        var load = await Load.RunAsync(route, folder.Key, seconds: 15, Connections, script);
        var made = await CountAsync(folder.Path) - before;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"accept: {load.PerSecond:F0}/s at {Connections} connections, p50 {load.P50}, p99 {load.P99}; {made:N0} rows for them; peak resident {server.PeakMemory / 1e6:F0} MB"
            )
        );
    }

    // wrk runs it once for each of its threads; the benchmark has one, and two runs.
    private const string Script = """
        local counter = 0
        local run = tostring(os.time())
        local body = '{"content":"Caption #tag","video_url":"https://videos.invalid/video.mp4","platforms":["tiktok"]}'
        request = function()
          counter = counter + 1
          wrk.headers["Content-Type"] = "application/json"
          wrk.headers["Idempotency-Key"] = run .. "-" .. counter
          return wrk.format("POST", nil, nil, body)
        end
        """;

    private static async Task<long> CountAsync(string folder)
    {
        _ = new SqliteProvider(); // whatever opens SQLite must touch its assembly first
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "clipyard.db")};Pooling=False;Mode=ReadOnly"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM posts";
        return (long)(await command.ExecuteScalarAsync() ?? 0L);
    }
}
