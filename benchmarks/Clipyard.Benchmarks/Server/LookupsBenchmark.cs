using Clipyard.Sandbox.Worlds;

namespace Clipyard.Benchmarks.Server;

/// <summary>Look-ups of a cached post over HTTP, 16 connections, against a route that does nothing. The load is wrk's.</summary>
internal static class LookupsBenchmark
{
    public static async Task RunAsync(string program)
    {
        using var sandbox = await SandboxProcess.StartAsync(program);
        using var folder = await ServerFolder.CreateAsync(program, sandbox.Address);
        using var server = await ServerProcess.StartAsync(program, folder.Path, sandbox.Address);
        var url = Uri.EscapeDataString(
            "https://www.tiktok.com" + SandboxPage.PathOf(DemoWorld.SunnyGarden, DemoWorld.PlainVideo)
        );
        var lookup = new Uri(server.Address, $"/api/v1/videos/info?url={url}");
        var nothing = new Uri(server.Address, "/health");

        await Load.RunAsync(lookup, folder.Key, seconds: 5); // compiled, connected and cached
        var ours = await Load.RunAsync(lookup, folder.Key, seconds: 15);
        var bare = await Load.RunAsync(nothing, folder.Key, seconds: 5);
        Console.WriteLine(
            $"lookups: {ours.PerSecond:F0}/s, p50 {ours.P50}, p99 {ours.P99}; /health {bare.PerSecond:F0}/s, ratio {ours.PerSecond / bare.PerSecond:F2}; peak resident {server.PeakMemory / 1e6:F0} MB"
        );
    }
}
