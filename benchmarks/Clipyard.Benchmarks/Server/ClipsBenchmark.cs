namespace Clipyard.Benchmarks.Server;

/// <summary>Pages of <c>GET /api/v1/clips</c> of an owner with 1,000 clips, against one with 1,000,000.</summary>
internal static class ClipsBenchmark
{
    private const int Rounds = 100;

    // The middle of the list: clip number i was stored at second i.
    private const string DeepPage = "to=1970-01-06T18:53:20Z";

    private static readonly string[] Queries =
    [
        "",
        DeepPage,
        "sort=created_at",
        "sort=duration",
        "sort=size&order=asc",
        "student_id=everybody",
        "username=everybody",
        "kind=video",
    ];

    public static async Task RunAsync(string program)
    {
        using var sandbox = await SandboxProcess.StartAsync(program);
        using var fewFolder = await ServerFolder.CreateAsync(program, sandbox.Address);
        using var manyFolder = await ServerFolder.CreateAsync(program, sandbox.Address);
        await ListBenchmark.FillAsync(fewFolder.Path, "everybody", 1_000);
        await ListBenchmark.FillAsync(manyFolder.Path, "everybody", 1_000_000);
        using var fewServer = await ServerProcess.StartAsync(program, fewFolder.Path, sandbox.Address);
        using var manyServer = await ServerProcess.StartAsync(program, manyFolder.Path, sandbox.Address);
        using var few = fewServer.CreateClient(fewFolder.Key);
        using var many = manyServer.CreateClient(manyFolder.Key);
        foreach (var query in Queries)
        {
            Task Few() => GetAsync(few, query);
            Task Many() => GetAsync(many, query);

            await Samples.AlternateAsync(20, Many, Few);
            var (ofMany, ofFew) = await Samples.AlternateAsync(Rounds, Many, Few);
            Console.WriteLine(
                $"clips: {query}: a page of 50 of 1,000,000 clips {ofMany:F2} ms, of 1,000 clips {ofFew:F2} ms, ratio "
                    + $"{ofMany / ofFew:F2}; medians of {Rounds} each"
            );
        }

        await SearchAsync(many);
    }

    private static async Task SearchAsync(HttpClient http)
    {
        Task NothingFound() => GetAsync(http, "q=nowhere");
        Task Found() => GetAsync(http, "q=TAGS");

        var (nothing, found) = await Samples.AlternateAsync(20, NothingFound, Found);
        Console.WriteLine(
            $"clips: a page of a search in 1,000,000 clips {found:F2} ms, one that finds nothing {nothing:F2} ms"
        );
    }

    private static async Task GetAsync(HttpClient http, string query)
    {
        using var answer = await http.GetAsync(new Uri($"/api/v1/clips?limit=50&{query}", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }
}
