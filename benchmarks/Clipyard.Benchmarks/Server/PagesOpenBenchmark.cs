using System.Diagnostics;
using System.Globalization;

namespace Clipyard.Benchmarks.Server;

/// <summary>
/// What 200 open pages cost the server while a student's clips are archived in front of them: processor time and memory
/// with their event streams, against the same work that nobody looks at. Four clips a second: progress comes at most so
/// often for a job.
/// </summary>
internal static class PagesOpenBenchmark
{
    private const int Pages = 200;
    private const int Clips = 80;
    private const long SizeBytes = 2L << 20;
    private const string Creator = "empty_shelf";
    private static readonly string[] Paced = ["--set", "Archive:Pause=00:00:00.25"];
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(string program)
    {
        using var sandbox = await SandboxProcess.StartAsync(program);
        await Archiving.AddClipsAsync(sandbox, Creator, Clips, SizeBytes);

        var alone = await MeasureAsync(program, sandbox, pages: 0);
        var watched = await MeasureAsync(program, sandbox, Pages);
        var perRound = (watched.Processor / watched.Rounds) - (alone.Processor / alone.Rounds);
        var cores = perRound * watched.Rounds / watched.Elapsed;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"open: {Pages} pages with live progress cost {cores:F2} cores and {(watched.Peak - alone.Peak) / 1e6:F0} MB "
            )
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"({watched.Events:N0} events to them in {watched.Elapsed:F1} s; with them {watched.Processor / watched.Elapsed:F2} cores, "
                )
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"{watched.Peak / 1e6:F0} MB at most; without {alone.Processor / alone.Elapsed:F2} cores, {alone.Peak / 1e6:F0} MB)"
                )
        );
    }

    private static async Task<Cost> MeasureAsync(string program, SandboxProcess sandbox, int pages)
    {
        using var folder = await ServerFolder.CreateAsync(program, sandbox.Address);
        using var server = await ServerProcess.StartAsync(program, folder.Path, sandbox.Address, Paced);
        using var http = server.CreateClient(folder.Key);
        await ArchiveAsync(http, "first"); // compiled and connected

        using var stop = new CancellationTokenSource();
        var streams = Enumerable.Range(0, pages).Select(_ => new EventListener(http)).ToList();
        var listening = streams.ConvertAll(stream => stream.RunAsync(stop.Token));
        await Task.WhenAll(streams.Select(stream => stream.Open));

        var (rounds, processor, began) = (0, server.ProcessorTime, Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(began) < Long)
        {
            await ArchiveAsync(http, $"round-{rounds++}");
        }

        var elapsed = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var spent = server.ProcessorTime - processor;
        await stop.CancelAsync();
        await Task.WhenAll(listening);
        return new Cost(rounds, elapsed, spent.TotalSeconds, server.PeakMemory, streams.Sum(stream => stream.Events));
    }

    private static async Task ArchiveAsync(HttpClient http, string student)
    {
        await Archiving.DownloadAsync(http, student, Creator, Clips);
        await http.DeleteAsync(new Uri($"/tiktok/student/{student}", UriKind.Relative));
    }

    private sealed record Cost(int Rounds, double Elapsed, double Processor, long Peak, long Events);
}
