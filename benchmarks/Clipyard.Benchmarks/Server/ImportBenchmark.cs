using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Clipyard.Benchmarks.Server;

/// <summary>A CSV file of 10,000 posts through HTTP, until all of them are committed; and the same only checked.</summary>
internal static class ImportBenchmark
{
    private const int Rows = 10_000;
    private const int Rounds = 3;

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
        using var http = server.CreateClient(folder.Key);
        var table = Encoding.UTF8.GetBytes(Table());

        await SendAsync(http, table, "?dry_run=true"); // compiled and connected
        var (checks, imports) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            checks.Add(await SendAsync(http, table, "?dry_run=true"));
            imports.Add(await SendAsync(http, table, ""));
        }

        Console.WriteLine(
            $"import: {Rows:N0} rows of {table.Length / 1e6:F1} MB in {imports.Order().ElementAt(Rounds / 2):F2} s "
                + $"({string.Join(", ", imports.Select(s => s.ToString("F2", CultureInfo.InvariantCulture)))}), "
                + $"only checked {checks.Order().ElementAt(Rounds / 2):F2} s; peak resident {server.PeakMemory / 1e6:F0} MB"
        );
    }

    private static string Table()
    {
        var at = DateTimeOffset.UtcNow.AddDays(1);
        var table = new StringBuilder("video_url,content,mode,privacy_level,schedule_time,schedule_zone\n");
        for (var i = 0; i < Rows; i++)
        {
            var wall = at.AddMinutes(i).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
            table.Append(
                CultureInfo.InvariantCulture,
                $"https://videos.invalid/{i}.mp4,\"Caption {i}, with a comma #tag\",direct,SELF_ONLY,{wall},Asia/Bangkok\n"
            );
        }

        return table.ToString();
    }

    private static async Task<double> SendAsync(HttpClient http, byte[] table, string query)
    {
        using var body = new ByteArrayContent(table);
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.PostAsync(new Uri("/api/posts/import" + query, UriKind.Relative), body);
        var text = await answer.Content.ReadAsStringAsync();
        var elapsed = Stopwatch.GetElapsedTime(began).TotalSeconds;
        using var document = JsonDocument.Parse(text);
        return answer.IsSuccessStatusCode && document.RootElement.GetProperty("accepted").GetInt32() == Rows
            ? elapsed
            : throw new InvalidOperationException($"The import failed: {text[..Math.Min(text.Length, 1_000)]}");
    }
}
