using Clipyard.Sandbox.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Clipyard.Benchmarks.Server;

/// <summary>A kept clip of 512 MiB fetched with curl, against a bare Kestrel file answer of the same bytes.</summary>
internal static class MediaBenchmark
{
    private const int Rounds = 9;
    private const long SizeBytes = 512L << 20;

    public static async Task RunAsync(string program)
    {
        using var sandbox = await SandboxProcess.StartAsync(program);
        using var folder = await ServerFolder.CreateAsync(program, sandbox.Address);
        using var server = await ServerProcess.StartAsync(program, folder.Path, sandbox.Address);
        using var http = server.CreateClient(folder.Key);
        await sandbox.AddVideoAsync(DemoWorld.SunnyGarden, SizeBytes);
        var kept = await Archiving.DownloadAsync(http, "media", DemoWorld.SunnyGarden, clips: 1);
        var ours = (string)kept["videos"]![0]!["local_path"]!;
        var file = Directory
            .EnumerateFiles(folder.Path, "*.mp4", SearchOption.AllDirectories)
            .Single(path => new FileInfo(path).Length == SizeBytes);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var bare = builder.Build();
        bare.Urls.Add("http://127.0.0.1:0");
        bare.MapGet("/file", () => Results.File(file, "video/mp4"));
        await bare.StartAsync();

        Task Ours() => ProgramRun.RunAsync("curl", "-sSf", "-o", "/dev/null", ours);
        Task Bare() => ProgramRun.RunAsync("curl", "-sSf", "-o", "/dev/null", bare.Urls.First() + "/file");

        await Samples.AlternateAsync(2, Ours, Bare);
        var (mine, theirs) = await Samples.AlternateAsync(Rounds, Ours, Bare);
        Console.WriteLine(
            $"media: 512 MiB in {mine:F0} ms, bare Kestrel {theirs:F0} ms, speed ratio {theirs / mine:F2}; medians of {Rounds}"
        );
    }
}
