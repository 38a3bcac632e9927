using System.Globalization;
using Clipyard.Server.Sqlite;
using Microsoft.Data.Sqlite;

namespace Clipyard.Benchmarks.Server;

/// <summary>A page of <c>GET .../videos</c> of a student with 1,000 clips, against one with 1,000,000.</summary>
internal static class ListBenchmark
{
    private const int Rounds = 200;

    public static async Task RunAsync(string program)
    {
        using var sandbox = await SandboxProcess.StartAsync(program);
        using var folder = await ServerFolder.CreateAsync(program, sandbox.Address);
        await FillAsync(folder.Path, "few", 1_000);
        await FillAsync(folder.Path, "many", 1_000_000);
        using var server = await ServerProcess.StartAsync(program, folder.Path, sandbox.Address);
        using var http = server.CreateClient(folder.Key);

        Task Few() => GetAsync(http, "few");
        Task Many() => GetAsync(http, "many");

        await Samples.AlternateAsync(20, Many, Few);
        var (many, few) = await Samples.AlternateAsync(Rounds, Many, Few);
        Console.WriteLine(
            $"list: a page of 50 of 1,000,000 clips {many:F2} ms, of 1,000 clips {few:F2} ms, ratio {many / few:F2}; medians of {Rounds} each"
        );
    }

    private static async Task GetAsync(HttpClient http, string student)
    {
        using var answer = await http.GetAsync(new Uri($"/tiktok/student/{student}/videos?limit=50", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    // Straight into the tables: fetching a million clips would take days.
    internal static async Task FillAsync(string folder, string student, int clips)
    {
        _ = new SqliteProvider(); // whatever opens SQLite must touch its assembly first
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "clipyard.db")};Pooling=False;Foreign Keys=False"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            INSERT INTO tiktok_users (owner_id, student_id, username, linked_at, stored_videos, stored_bytes)
            SELECT id, '{student}', '{student}', 0, {clips}, {clips} * 1000 FROM people;

            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {clips})
            INSERT INTO tiktok_videos (owner_id, student_id, username, video_id, video_url, kind, caption, duration_ms,
                posted_at, stored_at, size_bytes, sha256, generation, chain, record_seq)
            SELECT people.id, '{student}', '{student}', '{student}' || i, 'https://www.tiktok.com/@{student}/video/' || i,
                'Video', 'A caption of some length, with #tags', i * 31 % 60000, i * 1000, i * 1000, 1000 + i * 7919 % 1000003,
                '0000000000000000000000000000000000000000000000000000000000000000', 1, 'student:{student}', i
            FROM n, people;

            INSERT INTO tiktok_files (clip_id, owner_id, position, object, content_type, size_bytes, sha256)
            SELECT id, owner_id, 0, 'tiktok/{student}/' || video_id || '.mp4', 'video/mp4', 1000, sha256
            FROM tiktok_videos WHERE student_id = '{student}';
            """
        );
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }
}
