using System.Diagnostics;

namespace Clipyard.Benchmarks.Server;

/// <summary>From starting the process to the first 200 of <c>/ready</c>, on an existing database.</summary>
internal static class ReadyBenchmark
{
    private const int Rounds = 15;

    public static async Task RunAsync(string program)
    {
        using var sandbox = await SandboxProcess.StartAsync(program);
        using var folder = await ServerFolder.CreateAsync(program, sandbox.Address);
        using var http = new HttpClient();
        var (listening, ready) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            using var server = await ServerProcess.StartAsync(program, folder.Path, sandbox.Address);
            listening.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            using var answer = await http.GetAsync(new Uri(server.Address, "/ready"));
            answer.EnsureSuccessStatusCode();
            ready.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        Console.WriteLine(
            $"ready: /ready answers 200 after {Samples.Median(ready):F3} s, listening after {Samples.Median(listening):F3} s; medians of {Rounds}"
        );
    }
}
