using Clipyard.Links;
using Clipyard.Sandbox;
using Clipyard.Sandbox.Worlds;

namespace Clipyard.Benchmarks;

/// <summary>A library lookup, against a bare request for the same page. Sandbox and both clients share the process.</summary>
internal static class LookupBenchmark
{
    private const int Rounds = 500;

    public static async Task RunAsync()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        using var client = new ClipyardClient(
            new ClipyardOptions
            {
                TikTokAddress = sandbox.Address,
                UseCache = false,
                UseRateLimiter = false,
            }
        );
        using var http = new HttpClient();
        var link = new TikTokLink.Video(VideoId.Parse(DemoWorld.PlainVideo), DemoWorld.SunnyGarden);

        Task Look() => client.Videos.GetAsync(link);
        Task Get() => GetAsync(http, sandbox.Address);

        await Samples.AlternateAsync(Rounds, Look, Get); // compiled and connected
        var (ours, bare) = await Samples.AlternateAsync(Rounds, Look, Get);
        Console.WriteLine(
            $"lookup: median {ours:F3} ms, bare HttpClient request {bare:F3} ms, ratio {ours / bare:F2}, of {Rounds} each"
        );
    }

    private static async Task GetAsync(HttpClient http, Uri sandbox)
    {
        using var request = SandboxPage.Request(
            sandbox,
            SandboxPage.PathOf(DemoWorld.SunnyGarden, DemoWorld.PlainVideo)
        );
        using var response = await http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();
    }
}
