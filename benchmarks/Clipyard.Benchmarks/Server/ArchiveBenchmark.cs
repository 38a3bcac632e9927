using System.Diagnostics;
using Clipyard.Pages;

namespace Clipyard.Benchmarks.Server;

/// <summary>
/// Archiving 100 clips of 2 MiB, list and all, against curl fetching the same media one after the other in one process.
/// </summary>
internal static class ArchiveBenchmark
{
    private const int Clips = 100;
    private const int Rounds = 5;
    private const long SizeBytes = 2L << 20;
    private const string Creator = "empty_shelf";

    public static async Task RunAsync(string program)
    {
        using var sandbox = await SandboxProcess.StartAsync(program);
        using var folder = await ServerFolder.CreateAsync(program, sandbox.Address);
        using var server = await ServerProcess.StartAsync(program, folder.Path, sandbox.Address);
        using var http = server.CreateClient(folder.Key);
        var ids = await Archiving.AddClipsAsync(sandbox, Creator, Clips, SizeBytes);

        var downloads = Directory.CreateTempSubdirectory("clipyard-benchmark-").FullName;
        var curl = await CurlAsync(sandbox, ids, downloads);
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await SecondsAsync(() => ArchiveAsync(http, $"round-{round}")));
            theirs.Add(await SecondsAsync(() => ProgramRun.RunAsync("curl", curl)));
            await http.DeleteAsync(new Uri($"/tiktok/student/round-{round}", UriKind.Relative));
        }

        Directory.Delete(downloads, recursive: true);
        var (mine, bare) = (Samples.Median(ours), Samples.Median(theirs));
        Console.WriteLine(
            $"archive: {Clips} clips of 2 MiB in {mine:F2} s, curl {bare:F2} s, time ratio {mine / bare:F2}; medians of {Rounds}"
        );
    }

    private static async Task ArchiveAsync(HttpClient http, string student)
    {
        var kept = await Archiving.DownloadAsync(http, student, Creator, Clips);
        if ((int)kept["count"]! != Clips)
        {
            throw new InvalidOperationException($"Only {kept["count"]} of {Clips} clips were kept.");
        }
    }

    private static async Task<string[]> CurlAsync(SandboxProcess sandbox, List<string> ids, string folder)
    {
        using var http = new HttpClient();
        List<string> arguments = ["-sSf"];
        foreach (var id in ids)
        {
            using var request = SandboxPage.Request(sandbox.Address, SandboxPage.PathOf(Creator, id));
            using var response = await http.SendAsync(request);
            var page = TikTokPage.Read(await response.Content.ReadAsByteArrayAsync());
            var media = new Uri(page.Video!.Renditions[0].Urls[0]);
            var cookies = response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);
            arguments.AddRange([
                .. arguments.Count > 1 ? ["--next", "-sSf"] : Array.Empty<string>(),
                "-H",
                $"Host: {media.Host}",
                "-H",
                $"Cookie: {string.Join("; ", cookies)}",
                "-H",
                "Referer: https://www.tiktok.com/",
                new Uri(sandbox.Address, media.PathAndQuery).AbsoluteUri,
                "-o",
                Path.Combine(folder, id + ".mp4"),
            ]);
        }

        return [.. arguments];
    }

    private static async Task<double> SecondsAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
