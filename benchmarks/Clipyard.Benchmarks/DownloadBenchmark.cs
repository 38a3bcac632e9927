using System.Diagnostics;
using Clipyard.Pages;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Benchmarks;

/// <summary>
/// <c>clipyard get</c> as a whole process, against <c>curl</c> of the media address to the same disk; with and
/// without making curl's file safe on the disk, as ours is.
/// </summary>
internal static class DownloadBenchmark
{
    private const int Pairs = 5;
    private const long Gibibyte = 1L << 30;

    public static async Task RunAsync(string program)
    {
        using var sandbox = await SandboxProcess.StartAsync(program);
        var folder = Directory.CreateTempSubdirectory("clipyard-benchmark-").FullName;
        try
        {
            await CompareAsync(program, sandbox, folder);
            foreach (var size in (long[])[4 << 20, 64 << 20, Gibibyte])
            {
                var id = await sandbox.AddVideoAsync(DemoWorld.SunnyGarden, size);
                var peak = await ProgramRun.PeakMemoryAsync(program, Get(sandbox, folder, id));
                Empty(folder);
                Console.WriteLine($"download: {size >> 20} MiB, peak resident {peak / 1e6:F1} MB");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(string program, SandboxProcess sandbox, string folder)
    {
        var id = await sandbox.AddVideoAsync(DemoWorld.SunnyGarden, Gibibyte);
        var curl = await CurlAsync(sandbox, id, Path.Combine(folder, "curl.mp4"));
        var (ours, plain, flushed) = (new List<double>(), new List<double>(), new List<double>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            ours.Add(await SecondsAsync(folder, () => ProgramRun.RunAsync(program, Get(sandbox, folder, id))));
            plain.Add(await SecondsAsync(folder, () => ProgramRun.RunAsync("curl", curl)));
            flushed.Add(
                await SecondsAsync(
                    folder,
                    async () =>
                    {
                        await ProgramRun.RunAsync("curl", curl);
                        await ProgramRun.RunAsync("sync", curl[^1]);
                    }
                )
            );
        }

        var (mine, bare, safe) = (Samples.Median(ours), Samples.Median(plain), Samples.Median(flushed));
        Console.WriteLine(
            $"download: 1 GiB in {mine:F2} s; curl {bare:F2} s, speed ratio {bare / mine:F2}; curl and sync {safe:F2} s, speed ratio {safe / mine:F2}; medians of {Pairs}"
        );
    }

    private static string[] Get(SandboxProcess sandbox, string folder, string id) =>
        [
            "get",
            "https://www.tiktok.com" + SandboxPage.PathOf(DemoWorld.SunnyGarden, id),
            "-P",
            folder,
            "--no-config",
            "--no-progress",
            "--tiktok-address",
            sandbox.Address.GetLeftPart(UriPartial.Authority),
        ];

    /// <summary>The arguments that make curl fetch the same bytes, with the cookie of the page; the file comes last.</summary>
    private static async Task<string[]> CurlAsync(SandboxProcess sandbox, string id, string file)
    {
        using var http = new HttpClient();
        using var request = SandboxPage.Request(sandbox.Address, SandboxPage.PathOf(DemoWorld.SunnyGarden, id));
        using var response = await http.SendAsync(request);
        var page = TikTokPage.Read(await response.Content.ReadAsByteArrayAsync());
        var media = new Uri(page.Video!.Renditions[0].Urls[0]);
        var cookies = response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);
        return
        [
            "-sSf",
            "-H",
            $"Host: {media.Host}",
            "-H",
            $"Cookie: {string.Join("; ", cookies)}",
            "-H",
            "Referer: https://www.tiktok.com/",
            new Uri(sandbox.Address, media.PathAndQuery).AbsoluteUri,
            "-o",
            file,
        ];
    }

    private static async Task<double> SecondsAsync(string folder, Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Empty(folder);
        return elapsed;
    }

    private static void Empty(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.Delete(file);
        }
    }
}
